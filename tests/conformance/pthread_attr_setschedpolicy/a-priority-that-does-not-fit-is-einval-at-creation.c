/* SPDX-License-Identifier: MIT */
/*
 * EINVAL from pthread_create if policy and priority in the attributes do not go together, and no
 * thread is created.
 */
#include "policy.h"

static int ran;

static void *routine(void *arg)
{
    ADD(&ran, 1);
    return arg;
}

int main(void)
{
    pthread_attr_t attr;
    pthread_t thread;

    /* 0 is valid for SCHED_OTHER, 10 for SCHED_FIFO: the policy changes afterwards. */
    test_policy_attr(&attr, SCHED_OTHER, 0);
    CHECK_EQ(pthread_attr_setschedpolicy(&attr, SCHED_FIFO), 0);
    CHECK_EQ(pthread_create(&thread, &attr, routine, NULL), EINVAL);
    test_policy_attr(&attr, SCHED_FIFO, 10);
    CHECK_EQ(pthread_attr_setschedpolicy(&attr, SCHED_OTHER), 0);
    CHECK_EQ(pthread_create(&thread, &attr, routine, NULL), EINVAL);
    /* Inherited, they do not matter. */
    CHECK_EQ(pthread_attr_setinheritsched(&attr, PTHREAD_INHERIT_SCHED), 0);
    CHECK_EQ(LOAD(&ran), 0);
    CHECK_EQ(pthread_create(&thread, &attr, routine, NULL), 0);
    test_finish(thread);
    CHECK_EQ(LOAD(&ran), 1);
    return 0;
}
