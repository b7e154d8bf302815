/* SPDX-License-Identifier: MIT */
/*
 * The robust list head lies in glibc's descriptor. glibc registers its own threads' with the
 * kernel, and again that of whoever forks; the engine's threads register theirs when they
 * first need it, and note so in the head in their block, which is not used otherwise.
 */
#include "core/robust.h"

#include "host/host.h"
#include "symbols.h"

static struct robust_head *list_head(void)
{
    return (struct robust_head *)(arch_glibc_handle() + glibc_facts.robust);
}

struct robust_head *host_robust_head(void)
{
    struct thread *t = thread_self();
    symbols_find();
    if (t->kind == THREAD_ENGINE && !t->robust.next) {
        if (sys_set_robust_list(list_head(), sizeof(struct robust_head)) != 0)
            fatal("the kernel refused the robust list");
        t->robust.next = list_head();
    }
    return list_head();
}

struct robust_head *host_robust_registered(void)
{
    const struct thread *t = thread_self();
    symbols_find();
    return t->kind == THREAD_FOREIGN || t->robust.next ? list_head() : NULL;
}
