/* SPDX-License-Identifier: MIT */
/*
 * The priority is the one that was last set, without what ceilings of mutexes add to it; and that
 * of a thread that holds such mutexes may be set. pthread_mutex_lock gives EINVAL if it is higher
 * than the ceiling.
 */
#include "ceiling.h"

static pthread_mutex_t low, high; /* ceilings 5 and 8 */
static struct gate locked, looked;

static void *holds_high(void *arg)
{
    CHECK_EQ(pthread_mutex_lock(&high), 0);
    gate_open(&locked);
    gate_wait(&looked);
    CHECK_EQ(test_effective_priority(), 8);
    CHECK_EQ(pthread_mutex_unlock(&high), 0);
    CHECK_EQ(test_effective_priority(), 3); /* as main set it meanwhile */
    return arg;
}

int main(void)
{
    pthread_t self = pthread_self(), thread;

    NEED_REAL_TIME();
    ceiling_make(&low, PTHREAD_MUTEX_DEFAULT, 5);
    ceiling_make(&high, PTHREAD_MUTEX_DEFAULT, 8);
    CHECK_EQ(test_policy_set(self, SCHED_FIFO, 4), 0);
    CHECK_EQ(pthread_mutex_lock(&low), 0);
    CHECK_EQ(test_effective_priority(), 5);
    CHECK_POLICY(self, SCHED_FIFO, 4);
    CHECK_EQ(pthread_mutex_lock(&high), 0);
    CHECK_EQ(test_effective_priority(), 8);
    CHECK_POLICY(self, SCHED_FIFO, 4);

    /* Lower: stays at the ceiling. Higher: goes above it. */
    CHECK_EQ(pthread_setschedprio(self, 2), 0);
    CHECK_EQ(test_effective_priority(), 8);
    CHECK_POLICY(self, SCHED_FIFO, 2);
    CHECK_EQ(test_policy_set(self, SCHED_RR, 9), 0);
    CHECK_EQ(test_effective_priority(), 9);
    CHECK_POLICY(self, SCHED_RR, 9);
    CHECK_EQ(test_policy_set(self, SCHED_FIFO, 100), EINVAL);
    CHECK_POLICY(self, SCHED_RR, 9);
    CHECK_EQ(pthread_mutex_unlock(&low), 0);
    CHECK_EQ(pthread_mutex_lock(&low), EINVAL);
    CHECK_EQ(pthread_mutex_unlock(&high), 0);
    CHECK_EQ(test_effective_priority(), 9);

    /* Another thread, from outside. */
    CHECK_EQ(test_policy_set(self, SCHED_FIFO, 4), 0);
    thread = test_start(holds_high, NULL);
    gate_wait(&locked);
    CHECK_POLICY(thread, SCHED_FIFO, 4);
    CHECK_EQ(test_policy_set(thread, SCHED_FIFO, 3), 0);
    CHECK_POLICY(thread, SCHED_FIFO, 3);
    gate_open(&looked);
    test_finish(thread);
    return 0;
}
