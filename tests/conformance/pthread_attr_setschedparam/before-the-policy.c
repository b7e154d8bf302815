/* SPDX-License-Identifier: MIT */
/*
 * The attributes can be set in any order: a priority before the policy that it is for. One that no
 * policy has may be EINVAL; pthread_create shall give EINVAL or ENOTSUP if priority and policy do
 * not fit in the end.
 */
#include "test.h"

static void *routine(void *arg)
{
    return arg;
}

int main(void)
{
    struct sched_param param = {.sched_priority = 7}, got = {.sched_priority = 0};
    pthread_attr_t attr;
    pthread_t thread;
    int policy = -1, error;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setinheritsched(&attr, PTHREAD_EXPLICIT_SCHED), 0);
    CHECK_EQ(pthread_attr_setschedparam(&attr, &param), 0);
    error = pthread_create(&thread, &attr, routine, NULL); /* SCHED_OTHER has no 7 */
    CHECK(error == EINVAL || error == ENOTSUP);
    CHECK_EQ(pthread_attr_setschedpolicy(&attr, SCHED_RR), 0);
    CHECK_EQ(pthread_attr_getschedparam(&attr, &got), 0);
    CHECK_EQ(got.sched_priority, 7);
    CHECK_EQ(pthread_attr_getschedpolicy(&attr, &policy), 0);
    CHECK_EQ(policy, SCHED_RR);
    error = pthread_create(&thread, &attr, routine, NULL);
    if (error != EPERM) {
        CHECK_EQ(error, 0);
        test_finish(thread);
    }
    return 0;
}
