/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if the thread would have blocked and the nanoseconds are less than zero or at least 1000
 * million.
 */
#include "test.h"

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

static void *other(void *arg)
{
    struct timespec bad = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

    bad.tv_nsec = 1000000000;
    CHECK_EQ(pthread_mutex_timedlock(&mutex, &bad), EINVAL);
    bad.tv_nsec = -1;
    CHECK_EQ(pthread_mutex_timedlock(&mutex, &bad), EINVAL);
    bad.tv_sec = 0;
    CHECK_EQ(pthread_mutex_timedlock(&mutex, &bad), EINVAL);
    return arg;
}

int main(void)
{
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    test_finish(test_start(other, NULL));
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return 0;
}
