/* SPDX-License-Identifier: MIT */
/*
 * pthread_rwlock_destroy returns 0, and the memory can then be used for another lock. In both libcs
 * that is so also for a lock that is held (POSIX: undefined), and programs rely on it: a thread has
 * ended with it, for instance.
 */
#include "test.h"

static pthread_rwlock_t lock;

static void *reads(void *arg)
{
    CHECK_EQ(pthread_rwlock_rdlock(&lock), 0);
    return arg;
}

static void *writes(void *arg)
{
    CHECK_EQ(pthread_rwlock_wrlock(&lock), 0);
    return arg;
}

static void new_one_after(void *(*routine)(void *))
{
    CHECK_EQ(pthread_rwlock_init(&lock, NULL), 0);
    test_finish(test_start(routine, NULL));
    CHECK_EQ(pthread_rwlock_destroy(&lock), 0);

    CHECK_EQ(pthread_rwlock_init(&lock, NULL), 0);
    CHECK_EQ(pthread_rwlock_wrlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_destroy(&lock), 0);
}

int main(void)
{
    new_one_after(reads);
    new_one_after(writes);
    return 0;
}
