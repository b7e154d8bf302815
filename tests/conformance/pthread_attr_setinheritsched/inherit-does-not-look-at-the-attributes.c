/* SPDX-License-Identifier: MIT */
/*
 * With PTHREAD_INHERIT_SCHED the thread's policy and priority are its creator's, and those in the
 * attributes are ignored.
 */
#include "policy.h"

static void *routine(void *arg)
{
    CHECK_POLICY(pthread_self(), SCHED_RR, 3);
    return arg;
}

int main(void)
{
    pthread_attr_t attr;
    pthread_t thread;

    NEED_REAL_TIME();
    test_policy_attr(&attr, SCHED_FIFO, 9);
    CHECK_EQ(pthread_attr_setinheritsched(&attr, PTHREAD_INHERIT_SCHED), 0);
    CHECK_EQ(test_policy_set(pthread_self(), SCHED_RR, 3), 0);
    CHECK_EQ(pthread_create(&thread, &attr, routine, (void *)1), 0);
    CHECK_EQ(test_finish(thread), 1);
    CHECK_EQ(test_finish(test_start(routine, (void *)2)), 2); /* the default */
    return 0;
}
