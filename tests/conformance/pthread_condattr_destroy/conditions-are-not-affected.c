/* SPDX-License-Identifier: MIT */
/*
 * After a condition variable was made, no change of the attributes affects it, their destruction
 * included: neither the clock nor who may use it.
 */
#include "waiter.h"

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond;
static int ready;

static int wait_for_it(void *arg)
{
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    while (!ready)
        CHECK_EQ(pthread_cond_wait(&cond, &mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return arg != NULL;
}

int main(void)
{
    pthread_condattr_t attr;
    struct waiter waiter;
    struct timespec end;
    int error;

    CHECK_EQ(pthread_condattr_init(&attr), 0);
    CHECK_EQ(pthread_condattr_setclock(&attr, CLOCK_MONOTONIC), 0);
    CHECK_EQ(pthread_cond_init(&cond, &attr), 0);
    CHECK_EQ(pthread_condattr_setclock(&attr, CLOCK_REALTIME), 0);
    CHECK_EQ(pthread_condattr_destroy(&attr), 0);
    memset(&attr, 0xff, sizeof attr);

    waiter_block(&waiter, wait_for_it, NULL);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    ready = 1;
    CHECK_EQ(pthread_cond_signal(&cond), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(waiter_result(&waiter), 0);

    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    end = now_plus_ms(CLOCK_MONOTONIC, 20); /* long past on the other clock */
    WAIT_UNTIL((error = pthread_cond_timedwait(&cond, &mutex, &end)) != 0);
    CHECK_EQ(error, ETIMEDOUT);
    CHECK(test_now_ns(CLOCK_MONOTONIC) >= test_ns(end));
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(pthread_cond_destroy(&cond), 0);
    return 0;
}
