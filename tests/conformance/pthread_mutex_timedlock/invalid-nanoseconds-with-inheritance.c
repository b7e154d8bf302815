/* SPDX-License-Identifier: MIT */
/*
 * EINVAL for nanoseconds below zero or not below a second, also where a mutex that another thread
 * owns inherits priorities, of whatever sort else.
 */
#include "mutexes.h"
#include "pthin-alone.h"

static int timedlock_once(void *mutex)
{
    return unlock_if_locked(pthread_mutex_timedlock(mutex, &lock_end), mutex);
}

int main(void)
{
    check_invalid_nanoseconds(timedlock_once, CLOCK_REALTIME, PTHREAD_PRIO_INHERIT);
    return 0;
}
