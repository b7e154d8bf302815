/* SPDX-License-Identifier: MIT */
/*
 * For the tests of scheduling: a thread's policy and priority in one, and the wish for real time,
 * which a kernel or a container may refuse.
 */
#ifndef POLICY_H
#define POLICY_H

#include "test.h"

struct test_policy {
    int policy, priority;
};

static inline struct test_policy test_policy_of(pthread_t thread)
{
    struct sched_param param = {.sched_priority = -1};
    struct test_policy now = {-1, -1};

    CHECK_EQ(pthread_getschedparam(thread, &now.policy, &param), 0);
    now.priority = param.sched_priority;
    return now;
}

#define CHECK_POLICY(thread, wanted_policy, wanted_priority)                                       \
    do {                                                                                           \
        struct test_policy check_now_ = test_policy_of(thread);                                    \
        CHECK_EQ(check_now_.policy, wanted_policy);                                                \
        CHECK_EQ(check_now_.priority, wanted_priority);                                            \
    } while (0)

static inline int test_policy_set(pthread_t thread, int policy, int priority)
{
    struct sched_param param = {.sched_priority = priority};

    return pthread_setschedparam(thread, policy, &param);
}

/* Ends the test as skipped where this process may not have real-time policies. */
#define NEED_REAL_TIME()                                                                           \
    do {                                                                                           \
        if (test_policy_set(pthread_self(), SCHED_RR, 1) == EPERM)                                 \
            TEST_SKIP("real-time policies are not permitted here");                                \
        CHECK_EQ(test_policy_set(pthread_self(), SCHED_OTHER, 0), 0);                              \
    } while (0)

/* Attributes that ask for this policy and priority themselves. */
static inline void test_policy_attr(pthread_attr_t *attr, int policy, int priority)
{
    struct sched_param param = {.sched_priority = priority};

    CHECK_EQ(pthread_attr_init(attr), 0);
    CHECK_EQ(pthread_attr_setinheritsched(attr, PTHREAD_EXPLICIT_SCHED), 0);
    CHECK_EQ(pthread_attr_setschedpolicy(attr, policy), 0);
    CHECK_EQ(pthread_attr_setschedparam(attr, &param), 0);
}

#endif
