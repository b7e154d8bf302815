/* SPDX-License-Identifier: MIT */
/*
 * While another has the lock for writing: ETIMEDOUT when it cannot be had in time, not before the
 * time; EINVAL for invalid nanoseconds; had when it becomes free in time. It is taken whatever the
 * time if it is free or read.
 */
#include "rwlocks.h"

int main(void)
{
    struct timespec past = now_plus_ms(CLOCK_REALTIME, -1000);
    pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;

    CHECK_EQ(pthread_rwlock_timedrdlock(&lock, &past), 0);
    timed_end = past;
    CHECK_EQ(elsewhere(timedrdlock_once, &lock), 0);
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_wrlock(&lock), 0);
    check_until(&lock, timedrdlock_once, CLOCK_REALTIME);
    CHECK_EQ(pthread_rwlock_destroy(&lock), 0);
    return 0;
}
