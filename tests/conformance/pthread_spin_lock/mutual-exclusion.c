/* SPDX-License-Identifier: MIT */
/*
 * The lock is held by one thread at a time: no increment of a plain counter is lost.
 */
#include "test.h"

enum { THREADS = 3, EACH = 3000 };
static pthread_spinlock_t lock;
static long counter;

static void *routine(void *arg)
{
    for (int i = 0; i < EACH; i++) {
        CHECK_EQ(pthread_spin_lock(&lock), 0);
        counter++;
        CHECK_EQ(pthread_spin_unlock(&lock), 0);
        if (i % 64 == 0)
            TEST_SYS0(sched_yield);
    }
    return arg;
}

int main(void)
{
    pthread_t thread[THREADS];

    CHECK_EQ(pthread_spin_init(&lock, PTHREAD_PROCESS_PRIVATE), 0);
    for (int i = 0; i < THREADS; i++)
        thread[i] = test_start(routine, NULL);
    for (int i = 0; i < THREADS; i++)
        test_finish(thread[i]);
    CHECK_EQ(counter, THREADS * EACH);
    CHECK_EQ(pthread_spin_destroy(&lock), 0);
    return 0;
}
