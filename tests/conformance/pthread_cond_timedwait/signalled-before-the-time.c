/* SPDX-License-Identifier: MIT */
/*
 * A signal before the time ends the wait with 0.
 */
#include "test.h"

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static int waiting, ready;

static void *waiter(void *arg)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    waiting = 1;
    while (!ready)
        CHECK_EQ(pthread_cond_timedwait(&cond, &mutex, &end), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return arg;
}

int main(void)
{
    for (int i = 0; i < 20; i++) {
        pthread_t thread;
        int seen = 0;

        waiting = ready = 0;
        thread = test_start(waiter, NULL);
        WAIT_UNTIL(
            (pthread_mutex_lock(&mutex), seen = waiting, pthread_mutex_unlock(&mutex), seen));
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        ready = 1;
        CHECK_EQ(pthread_cond_signal(&cond), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        test_finish(thread);
    }
    return 0;
}
