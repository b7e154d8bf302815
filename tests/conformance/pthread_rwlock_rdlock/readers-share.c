/* SPDX-License-Identifier: MIT */
/*
 * Several threads may hold the lock for reading at the same time, one of them more than once; a
 * writer has to wait until all have unlocked.
 */
#include "test.h"

enum { N = 4 };
static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static struct gate held, go;

static void *reader(void *arg)
{
    CHECK_EQ(pthread_rwlock_rdlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_rdlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_tryrdlock(&lock), 0);
    gate_open(&held);
    gate_wait(&go);
    for (int i = 0; i < 3; i++)
        CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    return arg;
}

int main(void)
{
    pthread_t thread[N];

    for (int i = 0; i < N; i++)
        thread[i] = test_start(reader, NULL);
    gate_wait_for(&held, N); /* all hold it at once */
    CHECK_EQ(pthread_rwlock_trywrlock(&lock), EBUSY);
    CHECK_EQ(pthread_rwlock_tryrdlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    gate_open(&go);
    for (int i = 0; i < N; i++)
        test_finish(thread[i]);
    CHECK_EQ(pthread_rwlock_trywrlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_destroy(&lock), 0);
    return 0;
}
