/* SPDX-License-Identifier: MIT */
#include "futex.h"

#include <asm/errno.h>
#include <asm/unistd.h>
#include <linux/futex.h>
#include "arch/arch.h"

/* Older uapi headers lack the operation (Linux 5.14). */
#define OP_LOCK_PI2 13

#ifdef __NR_futex_time64
#    define NR_FUTEX __NR_futex_time64
#else
#    define NR_FUTEX __NR_futex
#endif

static int private_flag(enum futex_scope scope)
{
    return scope == FUTEX_THREADS ? FUTEX_PRIVATE_FLAG : 0;
}

long futex_wait(const _Atomic uint32_t *word, uint32_t expected, enum futex_scope scope,
                const struct deadline *deadline, uint32_t bits)
{
    int op = FUTEX_WAIT_BITSET | private_flag(scope);
    if (deadline && deadline->clock == 0)
        op |= FUTEX_CLOCK_REALTIME;
    /* The kernel refuses times before the epoch; they have passed. */
    if (deadline && deadline->at.sec < 0)
        return -ETIMEDOUT;
    return arch_syscall6(NR_FUTEX, (long)word, op, (long)expected,
                         (long)(deadline ? &deadline->at : NULL), 0, (long)bits);
}

long futex_wake(const _Atomic uint32_t *word, int count, enum futex_scope scope, uint32_t bits)
{
    int op = private_flag(scope);
    if (bits == FUTEX_ANY_BIT)
        return arch_syscall3(NR_FUTEX, (long)word, op | FUTEX_WAKE, count);
    return arch_syscall6(NR_FUTEX, (long)word, op | FUTEX_WAKE_BITSET, count, 0, 0, (long)bits);
}

long futex_lock_pi(_Atomic uint32_t *word, enum futex_scope scope, const struct deadline *deadline)
{
    /* FUTEX_LOCK_PI measures on CLOCK_REALTIME only; its successor takes either clock. */
    int op = FUTEX_LOCK_PI;
    if (deadline && deadline->clock != 0)
        op = OP_LOCK_PI2;
    if (deadline && deadline->at.sec < 0)
        return -ETIMEDOUT;
    return arch_syscall4(NR_FUTEX, (long)word, op | private_flag(scope), 0,
                         (long)(deadline ? &deadline->at : NULL));
}

long futex_unlock_pi(_Atomic uint32_t *word, enum futex_scope scope)
{
    return arch_syscall2(NR_FUTEX, (long)word, FUTEX_UNLOCK_PI | private_flag(scope));
}
