/* SPDX-License-Identifier: MIT */
/*
 * EBUSY if the lock is held for reading or writing (POSIX: undefined); it stays usable.
 */
#include "rwlocks.h"

int main(void)
{
    pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;

    for (int i = 0; i < 2; i++) {
        CHECK_EQ(i ? pthread_rwlock_wrlock(&lock) : pthread_rwlock_rdlock(&lock), 0);
        CHECK_EQ(pthread_rwlock_destroy(&lock), EBUSY);
        CHECK_EQ(elsewhere(call_trywrlock, &lock), EBUSY);
        CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    }
    CHECK_EQ(pthread_rwlock_destroy(&lock), 0);
    return 0;
}
