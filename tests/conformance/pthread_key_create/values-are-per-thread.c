/* SPDX-License-Identifier: MIT */
/*
 * The value bound to a key is each thread's own.
 */
#include "test.h"

enum { N = 8 };
static pthread_key_t key;
static struct gate ready, go;

static void *routine(void *arg)
{
    CHECK_EQ(pthread_getspecific(key), 0);
    CHECK_EQ(pthread_setspecific(key, arg), 0);
    gate_open(&ready);
    gate_wait(&go);
    CHECK_EQ(pthread_getspecific(key), arg);
    return NULL;
}

int main(void)
{
    pthread_t thread[N];

    CHECK_EQ(pthread_key_create(&key, NULL), 0);
    CHECK_EQ(pthread_setspecific(key, (void *)-1), 0);
    for (int i = 0; i < N; i++)
        thread[i] = test_start(routine, (void *)(intptr_t)(i + 1));
    gate_wait_for(&ready, N);
    CHECK_EQ(pthread_getspecific(key), -1);
    gate_open(&go);
    for (int i = 0; i < N; i++)
        test_finish(thread[i]);
    CHECK_EQ(pthread_getspecific(key), -1);
    return 0;
}
