/* SPDX-License-Identifier: MIT */
/*
 * With PTHREAD_EXPLICIT_SCHED the thread's policy and priority are those in the attributes, the
 * default ones too, and the creator's stay as they are.
 */
#include "policy.h"

static void *routine(void *arg)
{
    struct test_policy *wanted = arg;

    CHECK_POLICY(pthread_self(), wanted->policy, wanted->priority);
    return arg;
}

int main(void)
{
    static struct test_policy wanted[] = {{SCHED_OTHER, 0}, {SCHED_FIFO, 2}, {SCHED_RR, 5}};
    pthread_attr_t attr;
    pthread_t thread;

    NEED_REAL_TIME();
    CHECK_EQ(test_policy_set(pthread_self(), SCHED_RR, 3), 0);
    for (int i = 0; i < 3; i++) {
        test_policy_attr(&attr, wanted[i].policy, wanted[i].priority);
        CHECK_EQ(pthread_create(&thread, &attr, routine, &wanted[i]), 0);
        test_finish(thread);
        CHECK_POLICY(pthread_self(), SCHED_RR, 3);
    }
    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setinheritsched(&attr, PTHREAD_EXPLICIT_SCHED), 0);
    CHECK_EQ(pthread_create(&thread, &attr, routine, &wanted[0]), 0);
    test_finish(thread);
    return 0;
}
