/* SPDX-License-Identifier: MIT */
/* <time.h> with no libc: the clocks and nanosleep. */
#ifndef _TIME_H
#define _TIME_H 1
#pragma GCC system_header

#include <pthin/bits/types.h>

#define CLOCK_REALTIME           0
#define CLOCK_MONOTONIC          1
#define CLOCK_PROCESS_CPUTIME_ID 2
#define CLOCK_THREAD_CPUTIME_ID  3
#define CLOCK_MONOTONIC_RAW      4
#define CLOCK_REALTIME_COARSE    5
#define CLOCK_MONOTONIC_COARSE   6
#define CLOCK_BOOTTIME           7
#define CLOCK_REALTIME_ALARM     8
#define CLOCK_BOOTTIME_ALARM     9
#define CLOCK_TAI                11

/* timespec_get */
#define TIME_UTC 1

#ifdef __cplusplus
extern "C" {
#endif

/* The time of the clock. -1 with errno EINVAL: no such clock.
 * POSIX.1-2024 clock_getres; man clock_gettime(2) */
extern int clock_gettime(clockid_t __clock, struct timespec *__now) __attribute__((__nothrow__));

/* Sleeps that long. -1 with errno EINTR, what is left in *left unless NULL; EINVAL bad nanoseconds.
 * POSIX.1-2024 nanosleep; man nanosleep(2) */
extern int nanosleep(const struct timespec *__time, struct timespec *__left);

/* The time of CLOCK_REALTIME; returns base, which is TIME_UTC, or 0: another. C11 7.27.2.5 */
extern int timespec_get(struct timespec *__now, int __base) __attribute__((__nothrow__));

#ifdef __cplusplus
}
#endif

#endif
