/* SPDX-License-Identifier: MIT */
/*
 * futex_wait and futex_wake of futex.h as inline functions, for the locks whose speed depends on
 * them. Processors predict where a function returns to from the calls that they have seen. After
 * another thread has run on the CPU these predictions are lost, and each return on the way from the
 * system call to the program takes 5 to 10 ns more: so there should be few functions in between.
 */
#ifndef PTHIN_CORE_FUTEX_INLINE_H
#define PTHIN_CORE_FUTEX_INLINE_H

#include "futex.h"

#include <asm/unistd.h>
#include <linux/futex.h>
#include "arch/arch.h"

static inline int futex_private_flag(enum futex_scope scope)
{
    return scope == FUTEX_THREADS ? FUTEX_PRIVATE_FLAG : 0;
}

static inline long futex_wait_inline(const _Atomic uint32_t *word, uint32_t expected,
                                     enum futex_scope scope, const struct deadline *deadline,
                                     uint32_t bits)
{
    if (deadline)
        return futex_wait(word, expected, scope, deadline, bits);
    return arch_syscall6(__NR_futex, (long)word, FUTEX_WAIT_BITSET | futex_private_flag(scope),
                         (long)expected, 0, 0, (long)bits);
}

static inline long futex_wake_inline(const _Atomic uint32_t *word, int count,
                                     enum futex_scope scope, uint32_t bits)
{
    int op = futex_private_flag(scope);
    if (bits == FUTEX_ANY_BIT)
        return arch_syscall3(__NR_futex, (long)word, op | FUTEX_WAKE, count);
    return arch_syscall6(__NR_futex, (long)word, op | FUTEX_WAKE_BITSET, count, 0, 0, (long)bits);
}

#endif
