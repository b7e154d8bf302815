/* SPDX-License-Identifier: MIT */
/*
 * The robust list head lies in glibc's descriptor and is registered with the kernel in every
 * thread: by glibc in its own and in the child of a fork, by us in the engine's.
 */
#include "core/robust.h"

#include "host/host.h"
#include "symbols.h"

/* Where we could not learn glibc's, one of our own takes its place: all that lock robust
   mutexes are our functions. */
static struct robust_head *own_head(void)
{
    struct robust_head *head = &thread_self()->robust;
    if (!head->next)
        robust_register(head);
    return head;
}

struct robust_head *host_robust_head(void)
{
    if (unlikely(!glibc_facts.robust)) {
        symbols_find();
        if (!glibc_facts.robust)
            return own_head();
    }
    return (struct robust_head *)(glibc_self() + glibc_facts.robust);
}
