/* SPDX-License-Identifier: MIT */
/*
 * pthread_rwlock_destroy returns 0. Both libcs also do when a thread has ended with a read lock,
 * which nobody can give back any more, and programs rely on it. The memory can then be used for
 * another lock.
 */
#include "test.h"

static pthread_rwlock_t lock;

static void *reads(void *arg)
{
    CHECK_EQ(pthread_rwlock_rdlock(&lock), 0);
    return arg;
}

int main(void)
{
    CHECK_EQ(pthread_rwlock_init(&lock, NULL), 0);
    CHECK_EQ(pthread_rwlock_destroy(&lock), 0);

    CHECK_EQ(pthread_rwlock_init(&lock, NULL), 0);
    test_finish(test_start(reads, NULL));
    test_finish(test_start(reads, NULL));
    CHECK_EQ(pthread_rwlock_destroy(&lock), 0);

    CHECK_EQ(pthread_rwlock_init(&lock, NULL), 0);
    CHECK_EQ(pthread_rwlock_wrlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_destroy(&lock), 0);
    return 0;
}
