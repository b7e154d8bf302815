/* SPDX-License-Identifier: MIT */
/*
 * While a reader has the lock and a writer waits, a new reader gets it if readers are preferred,
 * and waits if writers are (PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP); then the writer goes
 * first when it becomes free.
 */
#include "rwlocks.h"

static pthread_rwlock_t lock;
static int order, writer_at, reader_at;

static int write_it(void *arg)
{
    CHECK_EQ(pthread_rwlock_wrlock(&lock), 0);
    writer_at = ++order;
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    return arg != NULL;
}

static int read_it(void *arg)
{
    CHECK_EQ(pthread_rwlock_rdlock(&lock), 0);
    reader_at = ADD(&order, 1);
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    return arg != NULL;
}

static void make(int kind)
{
    pthread_rwlockattr_t attr;

    CHECK_EQ(pthread_rwlockattr_init(&attr), 0);
    CHECK_EQ(pthread_rwlockattr_setkind_np(&attr, kind), 0);
    CHECK_EQ(pthread_rwlock_init(&lock, &attr), 0);
    CHECK_EQ(pthread_rwlockattr_destroy(&attr), 0);
    order = 0;
}

int main(void)
{
    struct waiter writer, reader;

    make(PTHREAD_RWLOCK_PREFER_READER_NP);
    CHECK_EQ(pthread_rwlock_rdlock(&lock), 0);
    waiter_block(&writer, write_it, NULL);
    CHECK_EQ(elsewhere(read_it, NULL), 0);
    CHECK_EQ(elsewhere(tryrdlock_once, &lock), 0);
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(waiter_result(&writer), 0);
    CHECK_EQ(writer_at, 2);
    CHECK_EQ(pthread_rwlock_destroy(&lock), 0);

    make(PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP);
    CHECK_EQ(pthread_rwlock_rdlock(&lock), 0);
    waiter_block(&writer, write_it, NULL);
    waiter_block(&reader, read_it, NULL);
    CHECK_EQ(elsewhere(tryrdlock_once, &lock), EBUSY);
    CHECK_EQ(pthread_rwlock_tryrdlock(&lock), EBUSY); /* not even the one that reads */
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(waiter_result(&writer), 0);
    CHECK_EQ(waiter_result(&reader), 0);
    CHECK_EQ(writer_at, 1);
    CHECK_EQ(pthread_rwlock_destroy(&lock), 0);
    return 0;
}
