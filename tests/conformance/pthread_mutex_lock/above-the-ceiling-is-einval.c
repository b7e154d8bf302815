/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if the mutex has a ceiling and the caller's priority is higher; it is not locked then. At
 * the ceiling itself it is allowed.
 */
#include "ceiling.h"

int main(void)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);
    pthread_mutex_t mutex;

    ceiling_begin(21);
    ceiling_make(&mutex, PTHREAD_MUTEX_ERRORCHECK, 20);
    CHECK_EQ(pthread_mutex_lock(&mutex), EINVAL);
    CHECK_EQ(pthread_mutex_trylock(&mutex), EINVAL);
    CHECK_EQ(pthread_mutex_timedlock(&mutex, &end), EINVAL);
    CHECK_EQ(pthread_mutex_unlock(&mutex), EPERM);
    CHECK_EQ(test_effective_priority(), 21);
    CHECK_EQ(test_policy_set(pthread_self(), SCHED_FIFO, 20), 0);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(test_effective_priority(), 20);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    return 0;
}
