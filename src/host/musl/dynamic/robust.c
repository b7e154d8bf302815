/* SPDX-License-Identifier: MIT */
#include "core/robust.h"

#include "musl.h"

struct robust_head *host_robust_head(void)
{
    struct thread *t = thread_self();
    struct robust_head *head = host_robust_registered();
    if (head)
        return head;
    /* musl's own end of a thread takes what is on the list for mutexes of its own making. */
    if (t->kind == THREAD_FOREIGN && !t->foreign_keys)
        t->foreign_keys = host_foreign_keys() == 0;
    head = musl_is_known ? &musl_self()->robust : &t->robust;
    robust_register(head);
    return head;
}
