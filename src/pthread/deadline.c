/* SPDX-License-Identifier: MIT */
#include "deadline.h"

int deadline_from(struct deadline *d, clockid_t clock, const struct timespec *at)
{
    if (!deadline_clock_valid(clock) || at->tv_nsec < 0 || at->tv_nsec >= NSEC_PER_SEC)
        return EINVAL;
    *d = (struct deadline){{at->tv_sec, at->tv_nsec}, (int)clock};
    return 0;
}
