/* SPDX-License-Identifier: MIT */
/*
 * Policy and priority given to pthread_setattr_default_np with PTHREAD_EXPLICIT_SCHED are those of
 * threads that are created without attributes.
 */
#include "policy.h"

static void *routine(void *arg)
{
    CHECK_POLICY(pthread_self(), SCHED_RR, 4);
    return arg;
}

int main(void)
{
    pthread_attr_t attr;

    NEED_REAL_TIME();
    test_policy_attr(&attr, SCHED_RR, 4);
    CHECK_EQ(pthread_setattr_default_np(&attr), 0);
    for (int i = 0; i < 3; i++)
        test_finish(test_start(routine, NULL));
    CHECK_POLICY(pthread_self(), SCHED_OTHER, 0);
    return 0;
}
