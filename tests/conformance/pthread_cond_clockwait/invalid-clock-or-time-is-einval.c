/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if the clock is not supported or the nanoseconds are out of range; the mutex stays locked.
 */
#include "test.h"

int main(void)
{
    pthread_mutex_t mutex;
    pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
    struct timespec end = now_plus_ms(CLOCK_MONOTONIC, TEST_BOUND_MS);
    pthread_mutexattr_t attr;

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_ERRORCHECK), 0);
    CHECK_EQ(pthread_mutex_init(&mutex, &attr), 0);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_cond_clockwait(&cond, &mutex, 2 /* CLOCK_PROCESS_CPUTIME_ID */, &end), EINVAL);
    CHECK_EQ(pthread_cond_clockwait(&cond, &mutex, 12345, &end), EINVAL);
    end.tv_nsec = 1000000000;
    CHECK_EQ(pthread_cond_clockwait(&cond, &mutex, CLOCK_MONOTONIC, &end), EINVAL);
    end.tv_nsec = -1;
    CHECK_EQ(pthread_cond_clockwait(&cond, &mutex, CLOCK_REALTIME, &end), EINVAL);
    CHECK_EQ(pthread_mutex_lock(&mutex), EDEADLK);
    return 0;
}
