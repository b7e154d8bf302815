/* SPDX-License-Identifier: MIT */
/*
 * The thread that locks the mutex is its owner, and nobody else gets it before it is unlocked: no
 * increment of a plain counter is lost under contention.
 */
#include "test.h"

enum { THREADS = 4, EACH = 20000 };
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static long counter;
static int inside;
static struct gate go;

static void *routine(void *arg)
{
    gate_wait(&go);
    for (int i = 0; i < EACH; i++) {
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        CHECK_EQ(inside++, 0);
        counter++;
        inside--;
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    }
    return arg;
}

int main(void)
{
    pthread_t thread[THREADS];

    for (int i = 0; i < THREADS; i++)
        thread[i] = test_start(routine, NULL);
    gate_open(&go);
    for (int i = 0; i < THREADS; i++)
        test_finish(thread[i]);
    CHECK_EQ(counter, THREADS * EACH);
    return 0;
}
