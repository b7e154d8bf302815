/* SPDX-License-Identifier: MIT */
/*
 * Of whatever sort the mutex, on both clocks: ETIMEDOUT, not before the time; when it is unlocked
 * in time, it is locked; one that gave up leaves nothing behind; and a free one is locked whatever
 * the time.
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
        check_waits_with_every_sort(clocklock_once, lock_clock);
    }
    return 0;
}
