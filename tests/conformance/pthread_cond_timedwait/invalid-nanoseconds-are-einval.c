/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if the nanoseconds are less than zero or at least 1000 million; the mutex stays locked.
 */
#include "test.h"

int main(void)
{
    pthread_mutex_t mutex;
    pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
    struct timespec bad = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);
    pthread_mutexattr_t attr;

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_ERRORCHECK), 0);
    CHECK_EQ(pthread_mutex_init(&mutex, &attr), 0);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    bad.tv_nsec = 1000000000;
    CHECK_EQ(pthread_cond_timedwait(&cond, &mutex, &bad), EINVAL);
    CHECK_EQ(pthread_mutex_lock(&mutex), EDEADLK);
    bad.tv_nsec = -1;
    CHECK_EQ(pthread_cond_timedwait(&cond, &mutex, &bad), EINVAL);
    CHECK_EQ(pthread_mutex_lock(&mutex), EDEADLK);
    bad.tv_sec = 0;
    CHECK_EQ(pthread_cond_timedwait(&cond, &mutex, &bad), EINVAL);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return 0;
}
