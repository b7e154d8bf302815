/* SPDX-License-Identifier: MIT */
/*
 * PTHREAD_COND_INITIALIZER is equivalent to initialization with default attributes; so is zeroed
 * memory on Linux.
 */
#include "test.h"

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t fixed = PTHREAD_COND_INITIALIZER;
static pthread_cond_t *cond;
static int waiting, ready;

static void *waiter(void *arg)
{
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    waiting = 1;
    while (!ready)
        CHECK_EQ(pthread_cond_wait(cond, &mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return arg;
}

int main(void)
{
    pthread_cond_t automatic = PTHREAD_COND_INITIALIZER, made;
    pthread_cond_t *all[] = {&fixed, &automatic, TEST_MAP(sizeof(pthread_cond_t)), &made};

    memset(&made, 0x5a, sizeof made);
    CHECK_EQ(pthread_cond_init(&made, NULL), 0);
    for (int i = 0; i < 4; i++) {
        struct timespec past = now_plus_ms(CLOCK_REALTIME, -10);
        pthread_t thread;
        int seen = 0, error;

        cond = all[i];
        waiting = ready = 0;
        thread = test_start(waiter, NULL);
        WAIT_UNTIL(
            (pthread_mutex_lock(&mutex), seen = waiting, pthread_mutex_unlock(&mutex), seen));
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        ready = 1;
        CHECK_EQ(pthread_cond_signal(cond), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        test_finish(thread);
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        WAIT_UNTIL((error = pthread_cond_timedwait(cond, &mutex, &past)) != 0);
        CHECK_EQ(error, ETIMEDOUT);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(pthread_cond_destroy(cond), 0);
    }
    return 0;
}
