/* SPDX-License-Identifier: MIT */
/*
 * EDEADLK if the calling thread already owns the lock for writing (POSIX: may fail), for reading as
 * for writing: here with a time.
 */
#include "rwlocks.h"

int main(void)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, 500);
    pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;

    for (int i = 0; i < 2; i++) {
        CHECK_EQ(pthread_rwlock_wrlock(&lock), 0);
        CHECK_EQ(timed_lock(&lock, 0, &end), EDEADLK);
        CHECK_EQ(timed_lock(&lock, 1, &end), EDEADLK);
        CHECK_EQ(pthread_rwlock_trywrlock(&lock), EBUSY);
        CHECK_EQ(pthread_rwlock_tryrdlock(&lock), EBUSY);
        CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
        CHECK_EQ(elsewhere(rdlock_once, &lock), 0);
    }
    CHECK_EQ(pthread_rwlock_destroy(&lock), 0);
    return 0;
}
