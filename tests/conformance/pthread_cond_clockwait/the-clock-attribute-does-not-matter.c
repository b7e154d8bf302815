/* SPDX-License-Identifier: MIT */
/*
 * The clock given to pthread_cond_clockwait is used, and not the condition variable's clock
 * attribute.
 */
#include "test.h"

int main(void)
{
    pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
    pthread_condattr_t attr;
    pthread_cond_t cond;
    struct timespec end;
    int error;

    CHECK_EQ(pthread_condattr_init(&attr), 0);
    CHECK_EQ(pthread_condattr_setclock(&attr, CLOCK_MONOTONIC), 0);
    CHECK_EQ(pthread_cond_init(&cond, &attr), 0);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    end = now_plus_ms(CLOCK_REALTIME, 20); /* on the monotonic clock that is decades away */
    WAIT_UNTIL((error = pthread_cond_clockwait(&cond, &mutex, CLOCK_REALTIME, &end)) != 0);
    CHECK_EQ(error, ETIMEDOUT);
    CHECK(test_now_ns(CLOCK_REALTIME) >= test_ns(end));
    return 0;
}
