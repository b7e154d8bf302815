/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <time.h>

#include <asm/unistd.h>
#include "host/host.h"
#include "core/cancel.h"
#include "core/time32.h"

PTHIN_EXPORT int clock_gettime(clockid_t clock, struct timespec *now)
{
    struct ktime k;
    long r = sys_clock_gettime(clock, &k);
    if (r < 0) {
        errno = (int)-r;
        return -1;
    }
    now->tv_sec = k.sec;
    now->tv_nsec = (long)k.nsec;
    return 0;
}

PTHIN_EXPORT int timespec_get(struct timespec *now, int base)
{
    return base == TIME_UTC && clock_gettime(CLOCK_REALTIME, now) == 0 ? base : 0;
}

/* clock_nanosleep by CLOCK_MONOTONIC, as a cancellation point. */
static long sleep_for(const struct ktime *time, struct ktime *left)
{
#ifdef __NR_clock_nanosleep_time64
    long r = cancel_syscall(__NR_clock_nanosleep_time64, CLOCK_MONOTONIC, 0, (long)time, (long)left,
                            0, 0);
    if (time64_missing(r)) {
        struct time32 old = time32_from(time), old_left = {0};
        r = cancel_syscall(__NR_clock_nanosleep, CLOCK_MONOTONIC, 0, (long)&old, (long)&old_left, 0,
                           0);
        *left = time32_to(&old_left);
    }
    return r;
#else
    return cancel_syscall(__NR_clock_nanosleep, CLOCK_MONOTONIC, 0, (long)time, (long)left, 0, 0);
#endif
}

PTHIN_EXPORT int nanosleep(const struct timespec *time, struct timespec *left)
{
    struct ktime k = {time->tv_sec, time->tv_nsec}, rest;
    long r = sleep_for(&k, &rest);
    if (r == -EINTR && left) {
        left->tv_sec = rest.sec;
        left->tv_nsec = (long)rest.nsec;
    }
    if (r < 0) {
        errno = (int)-r;
        return -1;
    }
    return 0;
}
