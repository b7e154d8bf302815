/* SPDX-License-Identifier: MIT */
/*
 * A sandbox that does not tell a thread its priority: it cannot be raised to the ceiling of a mutex,
 * and to lock one gives the sandbox's error. EINVAL would say that the priority is above the ceiling.
 * The mutex stays free.
 */
#include "filter.h"

int main(void)
{
    pthread_mutexattr_t attr;
    pthread_mutex_t mutex;

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    if (pthread_mutexattr_setprotocol(&attr, PTHREAD_PRIO_PROTECT) != 0)
        TEST_SKIP("this libc has no priority ceilings");
    CHECK_EQ(pthread_mutex_init(&mutex, &attr), 0);
    refuse_system_calls(TEST_NR_sched_getparam, TEST_NR_sched_getparam, EPERM);
    /* pthin asks by this one first. */
    refuse_system_calls(TEST_NR_sched_getattr, TEST_NR_sched_getattr, EPERM);
    CHECK_EQ(pthread_mutex_lock(&mutex), EPERM);
    CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    CHECK_EQ(pthread_mutexattr_destroy(&attr), 0);
    return 0;
}
