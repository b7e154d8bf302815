/* SPDX-License-Identifier: MIT */
/*
 * ETIMEDOUT if the mutex could not be locked before the time, on CLOCK_REALTIME, has passed.
 */
#include "test.h"

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

static void *other(void *arg)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, 30),
                    past = now_plus_ms(CLOCK_REALTIME, -1000);

    CHECK_EQ(pthread_mutex_timedlock(&mutex, &end), ETIMEDOUT);
    CHECK(test_now_ns(CLOCK_REALTIME) >= test_ns(end));
    CHECK_EQ(pthread_mutex_timedlock(&mutex, &past), ETIMEDOUT);
    past = (struct timespec){.tv_sec = 0, .tv_nsec = 0};
    CHECK_EQ(pthread_mutex_timedlock(&mutex, &past), ETIMEDOUT);
    past.tv_sec = -1;
    CHECK_EQ(pthread_mutex_timedlock(&mutex, &past), ETIMEDOUT);
    return arg;
}

int main(void)
{
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    test_finish(test_start(other, NULL));
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return 0;
}
