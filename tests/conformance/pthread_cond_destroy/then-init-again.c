/* SPDX-License-Identifier: MIT */
/*
 * A destroyed condition variable can be reinitialized.
 */
#include "test.h"

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static int ready;

static void *waiter(void *arg)
{
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    while (!ready)
        CHECK_EQ(pthread_cond_wait(&cond, &mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return arg;
}

int main(void)
{
    for (int i = 0; i < 20; i++) {
        pthread_t thread;

        ready = 0;
        thread = test_start(waiter, NULL);
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        ready = 1;
        CHECK_EQ(pthread_cond_signal(&cond), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        test_finish(thread);
        CHECK_EQ(pthread_cond_destroy(&cond), 0);
        memset(&cond, 0xa5, sizeof cond);
        CHECK_EQ(pthread_cond_init(&cond, NULL), 0);
    }
    return 0;
}
