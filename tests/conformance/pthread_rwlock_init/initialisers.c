/* SPDX-License-Identifier: MIT */
/*
 * The initialiser, a NULL for the attributes and attributes with their defaults give the same: a
 * lock that is free. So do memory that was used before, and destruction and another init.
 */
#include "rwlocks.h"

static pthread_rwlock_t fixed = PTHREAD_RWLOCK_INITIALIZER;

static void check_free(pthread_rwlock_t *lock)
{
    CHECK_EQ(pthread_rwlock_trywrlock(lock), 0);
    CHECK_EQ(elsewhere(tryrdlock_once, lock), EBUSY);
    CHECK_EQ(pthread_rwlock_unlock(lock), 0);
    CHECK_EQ(pthread_rwlock_tryrdlock(lock), 0);
    CHECK_EQ(elsewhere(tryrdlock_once, lock), 0);
    CHECK_EQ(pthread_rwlock_unlock(lock), 0);
    CHECK_EQ(pthread_rwlock_destroy(lock), 0);
}

int main(void)
{
    pthread_rwlockattr_t attr;
    pthread_rwlock_t lock;

    check_free(&fixed);
    CHECK_EQ(pthread_rwlockattr_init(&attr), 0);
    for (int i = 0; i < 4; i++) {
        memset(&lock, 0xa5, sizeof lock);
        CHECK_EQ(pthread_rwlock_init(&lock, i % 2 ? &attr : NULL), 0);
        check_free(&lock);
    }
    CHECK_EQ(pthread_rwlockattr_destroy(&attr), 0);
    return 0;
}
