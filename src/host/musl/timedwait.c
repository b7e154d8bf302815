/* SPDX-License-Identifier: MIT */
/* How musl's aio_suspend sleeps: on a futex, until a point in time. */
#include <errno.h>
#include <time.h>

#include <asm/unistd.h>
#include "core/cancel.h"
#include "musl.h"

#ifdef __NR_futex_time64
#    define NR_FUTEX __NR_futex_time64
#else
#    define NR_FUTEX __NR_futex
#endif
#define OP_WAIT_BITSET 9
#define OP_PRIVATE     128
#define OP_REALTIME    256

/* Not 0 once the program has a handler that is to interrupt calls (no SA_RESTART). */
extern MUSL_WEAK volatile int __eintr_valid_flag;

bool host_may_interrupt(void)
{
    return &__eintr_valid_flag && __eintr_valid_flag;
}

int __timedwait_cp(const _Atomic uint32_t *word, int value, int clock, const struct timespec *at,
                   int private)
{
    struct ktime time;
    int op = OP_WAIT_BITSET | (private ? OP_PRIVATE : 0);
    if (at) {
        if ((unsigned long)at->tv_nsec >= 1000000000ul)
            return EINVAL;
        if (clock != CLOCK_REALTIME && clock != CLOCK_MONOTONIC)
            return EINVAL;
        if (at->tv_sec < 0) /* the kernel refuses times before the epoch; they have passed */
            return ETIMEDOUT;
        time = (struct ktime){at->tv_sec, at->tv_nsec};
        if (clock == CLOCK_REALTIME)
            op |= OP_REALTIME;
    }
    long r = cancel_syscall(NR_FUTEX, (long)word, op, value, (long)(at ? &time : NULL), 0,
                            (long)FUTEX_ANY_BIT);
    /* A timed wait comes back even from a handler with SA_RESTART, like those of cancellation
       and __synccall. Callers look at the word again. */
    if (r == -EINTR && !host_may_interrupt())
        return 0;
    return r == -EINTR || r == -ETIMEDOUT || r == -ECANCELED ? (int)-r : 0;
}
