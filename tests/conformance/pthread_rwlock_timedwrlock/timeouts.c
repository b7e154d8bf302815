/* SPDX-License-Identifier: MIT */
/*
 * ETIMEDOUT when the lock cannot be had in time, not before the time; EINVAL for invalid
 * nanoseconds where it would block; had when it becomes free in time; a free lock is taken whatever
 * the time.
 */
#include "rwlocks.h"

int main(void)
{
    struct timespec past = now_plus_ms(CLOCK_REALTIME, -1000);
    pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;

    for (int i = 0; i < 2; i++) {
        CHECK_EQ(timed_lock(&lock, i, &past), 0);
        check_until(&lock, timedwrlock_once, CLOCK_REALTIME);
    }
    CHECK_EQ(pthread_rwlock_destroy(&lock), 0);
    return 0;
}
