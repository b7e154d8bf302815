/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if the clock is not supported, or if it would block and the nanoseconds are out of range.
 */
#include "test.h"

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

static void *other(void *arg)
{
    struct timespec end = now_plus_ms(CLOCK_MONOTONIC, TEST_BOUND_MS);

    CHECK_EQ(pthread_mutex_clocklock(&mutex, 2 /* CLOCK_PROCESS_CPUTIME_ID */, &end), EINVAL);
    CHECK_EQ(pthread_mutex_clocklock(&mutex, 12345, &end), EINVAL);
    end.tv_nsec = 1000000000;
    CHECK_EQ(pthread_mutex_clocklock(&mutex, CLOCK_MONOTONIC, &end), EINVAL);
    end.tv_nsec = -1;
    CHECK_EQ(pthread_mutex_clocklock(&mutex, CLOCK_REALTIME, &end), EINVAL);
    return arg;
}

int main(void)
{
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    test_finish(test_start(other, NULL));
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return 0;
}
