/* SPDX-License-Identifier: MIT */
/*
 * A thread that was created with policy and priority of its own has them, also when it is asked
 * for by another at once; pthread_getattr_np has them as well.
 */
#include "policy.h"

static struct gate go;

static void *routine(void *arg)
{
    gate_wait(&go);
    return arg;
}

int main(void)
{
    struct sched_param param = {.sched_priority = -1};
    pthread_attr_t attr;
    pthread_t thread;
    int policy = -1;

    NEED_REAL_TIME();
    test_policy_attr(&attr, SCHED_FIFO, 13);
    CHECK_EQ(pthread_create(&thread, &attr, routine, NULL), 0);
    CHECK_POLICY(thread, SCHED_FIFO, 13);
    CHECK_EQ(pthread_getattr_np(thread, &attr), 0);
    CHECK_EQ(pthread_attr_getschedpolicy(&attr, &policy), 0);
    CHECK_EQ(pthread_attr_getschedparam(&attr, &param), 0);
    CHECK_EQ(policy, SCHED_FIFO);
    CHECK_EQ(param.sched_priority, 13);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    gate_open(&go);
    test_finish(thread);
    return 0;
}
