/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <time.h>

#include <asm/unistd.h>
#include "host/host.h"
#include "core/cancel.h"

#ifdef __NR_clock_nanosleep_time64
#    define NR_CLOCK_NANOSLEEP __NR_clock_nanosleep_time64
#else
#    define NR_CLOCK_NANOSLEEP __NR_clock_nanosleep
#endif

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

PTHIN_EXPORT int nanosleep(const struct timespec *time, struct timespec *left)
{
    struct ktime k = {time->tv_sec, time->tv_nsec}, rest;
    long r = cancel_syscall(NR_CLOCK_NANOSLEEP, CLOCK_MONOTONIC, 0, (long)&k, (long)&rest, 0, 0);
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
