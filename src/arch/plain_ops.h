/* SPDX-License-Identifier: MIT */
/* For the arch_port.h of a port on which these need nothing of the architecture's own. */
#ifndef PTHIN_ARCH_PLAIN_OPS_H
#define PTHIN_ARCH_PLAIN_OPS_H

#include <stdint.h>

static inline void arch_return_gap(void) {}

static inline void arch_add_on_one_cpu(_Atomic int *counter, int n)
{
    __atomic_fetch_add((int *)counter, n, __ATOMIC_RELAXED);
}

/* Compiled code reads nothing there: the stack protector's canary is a global variable. */
static inline void arch_tcb_init(uintptr_t tp, uintptr_t canary, uintptr_t sysinfo)
{
    (void)tp, (void)canary, (void)sysinfo;
}

#endif
