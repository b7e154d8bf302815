/* SPDX-License-Identifier: MIT */
/*
 * EBUSY while the lock is held for writing, by the caller or by another; while it is held for
 * reading it is had, and has to be unlocked as often.
 */
#include "rwlocks.h"

int main(void)
{
    pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;

    CHECK_EQ(pthread_rwlock_trywrlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_tryrdlock(&lock), EBUSY);
    CHECK_EQ(elsewhere(call_tryrdlock, &lock), EBUSY);
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    for (int i = 0; i < 3; i++)
        CHECK_EQ(pthread_rwlock_tryrdlock(&lock), 0);
    CHECK_EQ(elsewhere(tryrdlock_once, &lock), 0);
    for (int i = 0; i < 3; i++) {
        CHECK_EQ(elsewhere(call_trywrlock, &lock), EBUSY);
        CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    }
    CHECK_EQ(pthread_rwlock_trywrlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_destroy(&lock), 0);
    return 0;
}
