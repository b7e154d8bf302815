/* SPDX-License-Identifier: MIT */
/*
 * The robust list head lies in glibc's descriptor and is registered with the kernel in every
 * thread: by glibc in its own and in the child of a fork, by us in the engine's.
 */
#include "core/robust.h"

#include "host/host.h"
#include "symbols.h"

struct robust_head *host_robust_head(void)
{
    symbols_find();
    return (struct robust_head *)(arch_glibc_handle() + glibc_facts.robust);
}

struct robust_head *host_robust_registered(void)
{
    return host_robust_head();
}
