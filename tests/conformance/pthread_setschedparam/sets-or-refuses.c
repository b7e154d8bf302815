/* SPDX-License-Identifier: MIT */
/*
 * pthread_setschedparam sets the policy and priority of a thread, or fails with EPERM; EINVAL for
 * an invalid policy or a priority outside the policy's range.
 */
#include "test.h"

static struct gate up, go;

static void *routine(void *arg)
{
    gate_open(&up);
    gate_wait(&go);
    return arg;
}

int main(void)
{
    pthread_t thread = test_start(routine, NULL);
    struct sched_param param = {.sched_priority = 3}, now = {.sched_priority = -1};
    int policy = -1, error;

    gate_wait(&up);
    error = pthread_setschedparam(thread, SCHED_RR, &param);
    CHECK(error == 0 || error == EPERM);
    CHECK_EQ(pthread_getschedparam(thread, &policy, &now), 0);
    CHECK_EQ(policy, error == 0 ? SCHED_RR : SCHED_OTHER);
    CHECK_EQ(now.sched_priority, error == 0 ? 3 : 0);
    CHECK_EQ(pthread_getschedparam(pthread_self(), &policy, &now), 0);
    CHECK_EQ(policy, SCHED_OTHER); /* only that thread's */

    CHECK_EQ(pthread_setschedparam(thread, 12345, &param), EINVAL);
    CHECK_EQ(pthread_setschedparam(thread, -1, &param), EINVAL);
    param.sched_priority = 1000;
    CHECK_EQ(pthread_setschedparam(thread, SCHED_RR, &param), EINVAL);
    param.sched_priority = 0;
    CHECK_EQ(pthread_setschedparam(thread, SCHED_OTHER, &param), 0);
    gate_open(&go);
    test_finish(thread);
    return 0;
}
