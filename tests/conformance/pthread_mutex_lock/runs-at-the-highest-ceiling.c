/* SPDX-License-Identifier: MIT */
/*
 * With PTHREAD_PRIO_PROTECT the owner runs at the highest of its own priority and the ceilings of
 * the mutexes it holds, whether others wait or not, and at its own when it holds none; a thread
 * that did not get the mutex is not raised. Every type.
 */
#include "ceiling.h"

static pthread_mutex_t low, high;

static int fail_to_get(void *arg)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, 2);

    CHECK_EQ(test_effective_priority(), 5);
    CHECK_EQ(pthread_mutex_trylock(&high), EBUSY);
    CHECK_EQ(test_effective_priority(), 5);
    CHECK_EQ(pthread_mutex_timedlock(&high, &end), ETIMEDOUT);
    CHECK_EQ(test_effective_priority(), 5);
    return arg != NULL;
}

static void hold(const pthread_attr_t *own)
{
    struct waiter other;

    CHECK_EQ(pthread_mutex_lock(&low), 0);
    CHECK_EQ(test_effective_priority(), 20);
    CHECK_EQ(pthread_mutex_trylock(&high), 0);
    CHECK_EQ(test_effective_priority(), 30);
    waiter_start(&other, own, fail_to_get, NULL);
    CHECK_EQ(waiter_result(&other), 0);
    CHECK_EQ(pthread_mutex_unlock(&low), 0); /* not in the order of locking */
    CHECK_EQ(test_effective_priority(), 30);
    CHECK_EQ(pthread_mutex_unlock(&high), 0);
    CHECK_EQ(test_effective_priority(), 5);
    CHECK_EQ(pthread_mutex_lock(&high), 0);
    CHECK_EQ(pthread_mutex_lock(&low), 0);
    CHECK_EQ(test_effective_priority(), 30);
    CHECK_EQ(pthread_mutex_unlock(&high), 0);
    CHECK_EQ(test_effective_priority(), 20);
    CHECK_EQ(pthread_mutex_unlock(&low), 0);
    CHECK_EQ(test_effective_priority(), 5);
}

int main(void)
{
    static const int types[] = {PTHREAD_MUTEX_NORMAL, PTHREAD_MUTEX_ERRORCHECK,
                                PTHREAD_MUTEX_RECURSIVE};
    pthread_attr_t own;

    ceiling_begin(5);
    test_policy_attr(&own, SCHED_FIFO, 5); /* not what its creator was raised to */
    for (int i = 0; i < 3; i++) {
        ceiling_make(&low, types[i], 20);
        ceiling_make(&high, types[i], 30);
        hold(&own);
        CHECK_EQ(pthread_mutex_destroy(&low), 0);
        CHECK_EQ(pthread_mutex_destroy(&high), 0);
    }
    return 0;
}
