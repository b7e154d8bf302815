/* SPDX-License-Identifier: MIT */
/*
 * EBUSY if the lock could not be acquired because it is held for reading or writing.
 */
#include "test.h"

static pthread_rwlock_t lock;

static void *busy(void *arg)
{
    CHECK_EQ(pthread_rwlock_trywrlock(&lock), EBUSY);
    CHECK_EQ(pthread_rwlock_tryrdlock(&lock), arg == NULL ? EBUSY : 0);
    if (arg != NULL)
        CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    return arg;
}

int main(void)
{
    CHECK_EQ(pthread_rwlock_init(&lock, NULL), 0);
    CHECK_EQ(pthread_rwlock_trywrlock(&lock), 0);
    test_finish(test_start(busy, NULL));
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_tryrdlock(&lock), 0);
    test_finish(test_start(busy, (void *)1));
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_destroy(&lock), 0);
    return 0;
}
