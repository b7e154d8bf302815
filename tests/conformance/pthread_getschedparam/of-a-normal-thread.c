/* SPDX-License-Identifier: MIT */
/*
 * A thread created with default attributes has its creator's policy and priority: SCHED_OTHER, 0.
 */
#include "test.h"

static void *routine(void *arg)
{
    struct sched_param param = {.sched_priority = -1};
    int policy = -1;

    CHECK_EQ(pthread_getschedparam(pthread_self(), &policy, &param), 0);
    CHECK_EQ(policy, SCHED_OTHER);
    CHECK_EQ(param.sched_priority, 0);
    return arg;
}

int main(void)
{
    routine(NULL);
    test_finish(test_start(routine, NULL));
    return 0;
}
