/* SPDX-License-Identifier: MIT */
/*
 * EBUSY if the lock could not be acquired because it is held for reading or writing.
 */
#include "rwlocks.h"

int main(void)
{
    pthread_rwlock_t lock;

    CHECK_EQ(pthread_rwlock_init(&lock, NULL), 0);
    CHECK_EQ(pthread_rwlock_trywrlock(&lock), 0);
    CHECK_EQ(elsewhere(call_trywrlock, &lock), EBUSY);
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_tryrdlock(&lock), 0);
    CHECK_EQ(elsewhere(call_trywrlock, &lock), EBUSY);
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_trywrlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_destroy(&lock), 0);
    return 0;
}
