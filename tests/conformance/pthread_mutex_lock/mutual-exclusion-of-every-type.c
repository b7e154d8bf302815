/* SPDX-License-Identifier: MIT */
/*
 * Mutual exclusion under contention, for each mutex type.
 */
#include "test.h"

enum { THREADS = 3, EACH = 4000 };
static pthread_mutex_t mutex;
static long counter;
static struct gate go;

static void *routine(void *arg)
{
    gate_wait(&go);
    for (int i = 0; i < EACH; i++) {
        if (i % 3 == 0)
            while (pthread_mutex_trylock(&mutex) != 0)
                TEST_SYS0(sched_yield);
        else
            CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        counter++;
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    }
    return arg;
}

int main(void)
{
    static const int types[] = {PTHREAD_MUTEX_NORMAL, PTHREAD_MUTEX_RECURSIVE,
                                PTHREAD_MUTEX_ERRORCHECK, PTHREAD_MUTEX_DEFAULT};

    for (int t = 0; t < 4; t++) {
        pthread_t thread[THREADS];
        pthread_mutexattr_t attr;

        CHECK_EQ(pthread_mutexattr_init(&attr), 0);
        CHECK_EQ(pthread_mutexattr_settype(&attr, types[t]), 0);
        CHECK_EQ(pthread_mutex_init(&mutex, &attr), 0);
        CHECK_EQ(pthread_mutexattr_destroy(&attr), 0);
        counter = 0;
        STORE(&go.count, 0);
        for (int i = 0; i < THREADS; i++)
            thread[i] = test_start(routine, NULL);
        gate_open(&go);
        for (int i = 0; i < THREADS; i++)
            test_finish(thread[i]);
        CHECK_EQ(counter, THREADS * EACH);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
    return 0;
}
