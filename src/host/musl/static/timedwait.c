/* SPDX-License-Identifier: MIT */
/* How musl's aio_suspend sleeps: on a futex, until a point in time. */
#include <errno.h>
#include <time.h>

#include "core/cancel.h"
#include "musl.h"

/* Not 0 once the program has a handler that is to interrupt calls (no SA_RESTART). */
extern MUSL_WEAK volatile int __eintr_valid_flag;

/* The same of handlers that were not installed by musl's sigaction. */
static atomic_bool interrupting;

bool host_may_interrupt(void)
{
    /* relaxed: the handler that interrupted the caller was installed before */
    return (&__eintr_valid_flag && __eintr_valid_flag) ||
           atomic_load_explicit(&interrupting, memory_order_relaxed);
}

void host_will_interrupt(void)
{
    atomic_store_explicit(&interrupting, true, memory_order_relaxed);
}

int __timedwait_cp(const _Atomic uint32_t *word, int value, int clock, const struct timespec *at,
                   int private)
{
    struct deadline deadline;
    if (at) {
        if ((unsigned long)at->tv_nsec >= NSEC_PER_SEC)
            return EINVAL;
        if (clock != CLOCK_REALTIME && clock != CLOCK_MONOTONIC)
            return EINVAL;
        deadline = (struct deadline){{at->tv_sec, at->tv_nsec}, clock};
    }
    long r = futex_wait_by(cancel_syscall, word, (uint32_t)value,
                           private ? FUTEX_THREADS : FUTEX_PROCESSES, at ? &deadline : NULL,
                           FUTEX_ANY_BIT);
    /* A timed wait comes back even from a handler with SA_RESTART, like those of cancellation
       and __synccall. Callers look at the word again. */
    if (r == -EINTR && !host_may_interrupt())
        return 0;
    return r == -EINTR || r == -ETIMEDOUT || r == -ECANCELED ? (int)-r : 0;
}
