/* SPDX-License-Identifier: MIT */
/*
 * pthread_setschedprio sets the priority of the given thread and leaves its policy and the other
 * threads alone. EINVAL for a priority that the policy has not, and it stays as it was.
 */
#include "policy.h"

static struct gate up, go;

static void *routine(void *arg)
{
    gate_open(&up);
    gate_wait(&go);
    return arg;
}

int main(void)
{
    pthread_t thread;

    NEED_REAL_TIME();
    thread = test_start(routine, NULL);
    gate_wait(&up);
    CHECK_EQ(test_policy_set(thread, SCHED_RR, 3), 0);
    for (int priority = 1; priority <= 99; priority += 14) {
        CHECK_EQ(pthread_setschedprio(thread, priority), 0);
        CHECK_POLICY(thread, SCHED_RR, priority);
        CHECK_POLICY(pthread_self(), SCHED_OTHER, 0);
    }
    CHECK_EQ(pthread_setschedprio(thread, 0), EINVAL);
    CHECK_EQ(pthread_setschedprio(thread, 100), EINVAL);
    CHECK_EQ(pthread_setschedprio(thread, -1), EINVAL);
    CHECK_POLICY(thread, SCHED_RR, 99);
    CHECK_EQ(pthread_setschedprio(pthread_self(), 0), 0);
    CHECK_EQ(pthread_setschedprio(pthread_self(), 1), EINVAL); /* SCHED_OTHER has only 0 */
    CHECK_POLICY(pthread_self(), SCHED_OTHER, 0);
    gate_open(&go);
    test_finish(thread);
    return 0;
}
