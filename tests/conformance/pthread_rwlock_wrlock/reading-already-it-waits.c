/* SPDX-License-Identifier: MIT */
/*
 * A writer waits for each reader, itself included: with a time it is ETIMEDOUT, EBUSY at once
 * without waiting (POSIX: may deadlock).
 */
#include "rwlocks.h"

int main(void)
{
    pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
    struct timespec end = now_plus_ms(CLOCK_REALTIME, 2);

    CHECK_EQ(pthread_rwlock_rdlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_trywrlock(&lock), EBUSY);
    CHECK_EQ(pthread_rwlock_timedwrlock(&lock, &end), ETIMEDOUT);
    CHECK_EQ(pthread_rwlock_tryrdlock(&lock), 0); /* nothing is left of the writer */
    CHECK_EQ(elsewhere(tryrdlock_once, &lock), 0);
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_trywrlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_destroy(&lock), 0);
    return 0;
}
