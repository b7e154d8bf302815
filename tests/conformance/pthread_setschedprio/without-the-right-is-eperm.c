/* SPDX-License-Identifier: MIT */
/*
 * EPERM if the caller may not have the priority; the thread keeps its own.
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
    CHECK_EQ(test_policy_set(thread, SCHED_FIFO, 2), 0);
    if (TEST_SYS3(setresuid, 65534, 65534, 65534) != 0)
        TEST_SKIP("cannot become another user");
    CHECK_EQ(pthread_setschedprio(thread, 5), EPERM); /* other threads have the user of before */
    CHECK_EQ(test_policy_set(pthread_self(), SCHED_FIFO, 5), EPERM);
    CHECK_EQ(test_policy_set(thread, SCHED_RR, 5), EPERM);
    CHECK_POLICY(thread, SCHED_FIFO, 2);
    CHECK_POLICY(pthread_self(), SCHED_OTHER, 0);
    gate_open(&go);
    test_finish(thread);
    return 0;
}
