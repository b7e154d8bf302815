/* SPDX-License-Identifier: MIT */
/*
 * Of whatever sort the mutex: ETIMEDOUT, not before the time; when it is unlocked in time,
 * it is locked; one that gave up leaves nothing behind; and a free one is locked whatever the time.
 */
#include "mutexes.h"

static int timedlock_once(void *mutex)
{
    return unlock_if_locked(pthread_mutex_timedlock(mutex, &lock_end), mutex);
}

int main(void)
{
    check_waits_with_every_sort(timedlock_once, CLOCK_REALTIME);
    return 0;
}
