/* SPDX-License-Identifier: MIT */
/*
 * With deferred cancelability a request is held pending until a cancellation point: mutex
 * operations are none, and a thread that reaches none returns normally.
 */
#include "test.h"

static struct gate up, go;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_key_t key;

static void *routine(void *arg)
{
    gate_open(&up);
    gate_wait(&go);
    for (int i = 0; i < 100; i++) {
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        CHECK_EQ(pthread_setspecific(key, &key), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    }
    return arg;
}

int main(void)
{
    pthread_t thread;

    CHECK_EQ(pthread_key_create(&key, NULL), 0);
    thread = test_start(routine, (void *)21);
    gate_wait(&up);
    CHECK_EQ(pthread_cancel(thread), 0);
    gate_open(&go);
    CHECK_EQ(test_finish(thread), 21);
    return 0;
}
