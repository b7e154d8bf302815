/* SPDX-License-Identifier: MIT */
/* From the absolute times that POSIX functions take to what the futex calls take. */
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

/* 0. EINVAL: another clock, or nanoseconds that are negative or a second and more. A time in the
   past is valid, also one before 1970. */
int deadline_from(struct deadline *d, clockid_t clock, const struct timespec *at);

#endif
