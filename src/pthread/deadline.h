/* SPDX-License-Identifier: MIT */
/* The absolute times of POSIX, as the futex calls want them. */
#ifndef PTHIN_PTHREAD_DEADLINE_H
#define PTHIN_PTHREAD_DEADLINE_H

#include <errno.h>
#include <time.h>

#include "core/futex.h"

_Static_assert(CLOCK_REALTIME == 0 && CLOCK_MONOTONIC == 1, "struct deadline has the kernel's");

/* The clocks that a wait can be measured on. */
static inline bool deadline_clock_valid(clockid_t clock)
{
    return clock == CLOCK_REALTIME || clock == CLOCK_MONOTONIC;
}

/* EINVAL: another clock, or nanoseconds that are not below a second. A time in the past, even
   before the epoch, is valid. */
static inline int deadline_from(struct deadline *d, clockid_t clock, const struct timespec *at)
{
    if (!deadline_clock_valid(clock) || at->tv_nsec < 0 || at->tv_nsec >= 1000000000)
        return EINVAL;
    d->clock = (int)clock;
    d->at.sec = at->tv_sec;
    d->at.nsec = at->tv_nsec;
    return 0;
}

#endif
