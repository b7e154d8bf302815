/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <sched.h>
#include <time.h>

#include "c11.h"

PTHIN_EXPORT int thrd_sleep(const struct timespec *time, struct timespec *left)
{
    if (nanosleep(time, left) == 0)
        return 0;
    return errno == EINTR ? -1 : -2;
}

PTHIN_EXPORT void thrd_yield(void)
{
    sched_yield();
}
