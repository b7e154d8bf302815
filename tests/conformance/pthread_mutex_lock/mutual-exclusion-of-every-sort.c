/* SPDX-License-Identifier: MIT */
/*
 * Mutual exclusion under contention, for each sort of mutex.
 */
#include "mutexes.h"

enum { THREADS = 3, EACH = 400 };
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
    for (int k = 0; k < MUTEX_SORTS; k++) {
        pthread_t thread[THREADS];

        mutex_make(&mutex, mutex_sort(k));
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
