/* SPDX-License-Identifier: MIT */
/*
 * Of whatever sort the mutex that another thread owns: EINVAL for nanoseconds below zero or
 * not below a second; a time before the epoch is in the past.
 */
#include "mutexes.h"

static int timedlock_once(void *mutex)
{
    return unlock_if_locked(pthread_mutex_timedlock(mutex, &lock_end), mutex);
}

int main(void)
{
    check_odd_times_with_every_sort(timedlock_once, CLOCK_REALTIME);
    return 0;
}
