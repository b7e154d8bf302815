/* SPDX-License-Identifier: MIT */
/*
 * Of whatever sort the mutex that another thread owns, on both clocks: EINVAL for nanoseconds below
 * zero or not below a second; a time before the epoch is in the past.
 */
#include "mutexes.h"

static clockid_t lock_clock;

static int clocklock_once(void *mutex)
{
    return unlock_if_locked(pthread_mutex_clocklock(mutex, lock_clock, &lock_end), mutex);
}

int main(void)
{
    static const clockid_t clocks[] = {CLOCK_REALTIME, CLOCK_MONOTONIC};

    for (int i = 0; i < 2; i++) {
        lock_clock = clocks[i];
        check_odd_times_with_every_sort(clocklock_once, lock_clock);
    }
    return 0;
}
