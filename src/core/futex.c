/* SPDX-License-Identifier: MIT */
#include "futex.h"

#include <asm/errno.h>
#include "futex_inline.h"
#include "time32.h"

/* Older uapi headers lack the operation (Linux 5.14). */
#define OP_LOCK_PI2 13

void deadline_in(struct deadline *d, int clock, int64_t ns)
{
    d->clock = clock;
    sys_clock_gettime(clock, &d->at);
    ktime_add(&d->at, ns);
}

bool deadline_passed(const struct deadline *d)
{
    struct ktime now;
    return sys_clock_gettime(d->clock, &now) == 0 && !ktime_before(&now, &d->at);
}

static long call_futex(long nr, long a, long b, long c, long d, long e, long f)
{
    return arch_syscall6(nr, a, b, c, d, e, f);
}

/* The call with a time, or without. */
static long timed_futex(futex_call *call, const _Atomic uint32_t *word, int op, uint32_t value,
                        const struct deadline *deadline, uint32_t bits)
{
    if (!deadline)
        return call(__NR_futex, (long)word, op, (long)value, 0, 0, (long)bits);
    /* The kernel refuses times before the epoch; they have passed. */
    if (deadline->at.sec < 0)
        return -ETIMEDOUT;
#ifdef __NR_futex_time64
    long r =
        call(__NR_futex_time64, (long)word, op, (long)value, (long)&deadline->at, 0, (long)bits);
    if (!time64_missing(r))
        return r;
    struct time32 at = time32_from(&deadline->at);
#else
    const struct ktime at = deadline->at;
#endif
    return call(__NR_futex, (long)word, op, (long)value, (long)&at, 0, (long)bits);
}

long futex_wait_by(futex_call *call, const _Atomic uint32_t *word, uint32_t expected,
                   enum futex_scope scope, const struct deadline *deadline, uint32_t bits)
{
    int op = FUTEX_WAIT_BITSET | futex_private_flag(scope);
    if (deadline && deadline_passed(deadline))
        return -ETIMEDOUT;
    if (deadline && deadline->clock == 0)
        op |= FUTEX_CLOCK_REALTIME;
    return timed_futex(call, word, op, expected, deadline, bits);
}

long futex_wait(const _Atomic uint32_t *word, uint32_t expected, enum futex_scope scope,
                const struct deadline *deadline, uint32_t bits)
{
    return futex_wait_by(call_futex, word, expected, scope, deadline, bits);
}

long futex_probe(const _Atomic uint32_t *word)
{
    const struct deadline passed = {.clock = 1};
    return timed_futex(call_futex, word, FUTEX_WAIT_BITSET | FUTEX_PRIVATE_FLAG, 0, &passed,
                       FUTEX_ANY_BIT);
}

long futex_wake(const _Atomic uint32_t *word, int count, enum futex_scope scope, uint32_t bits)
{
    return futex_wake_inline(word, count, scope, bits);
}

long futex_requeue(const _Atomic uint32_t *word, uint32_t expected, const _Atomic uint32_t *target)
{
    return arch_syscall6(__NR_futex, (long)word, FUTEX_CMP_REQUEUE | FUTEX_PRIVATE_FLAG, 0,
                         FUTEX_EVERYONE, (long)target, (long)expected);
}

long futex_lock_pi(_Atomic uint32_t *word, enum futex_scope scope, const struct deadline *deadline)
{
    /* FUTEX_LOCK_PI measures on CLOCK_REALTIME only; its successor takes either clock. */
    int op = deadline && deadline->clock != 0 ? OP_LOCK_PI2 : FUTEX_LOCK_PI;
    return timed_futex(call_futex, word, op | futex_private_flag(scope), 0, deadline, 0);
}

long futex_unlock_pi(_Atomic uint32_t *word, enum futex_scope scope)
{
    return arch_syscall2(__NR_futex, (long)word, FUTEX_UNLOCK_PI | futex_private_flag(scope));
}
