/* SPDX-License-Identifier: MIT */
/*
 * The clock attribute is the clock that measures pthread_cond_timedwait's timeout.
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
    CHECK_EQ(pthread_condattr_destroy(&attr), 0);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);

    /* 30 ms from now on the monotonic clock: long past on the other one */
    end = now_plus_ms(CLOCK_MONOTONIC, 30);
    WAIT_UNTIL((error = pthread_cond_timedwait(&cond, &mutex, &end)) != 0);
    CHECK_EQ(error, ETIMEDOUT);
    CHECK(test_now_ns(CLOCK_MONOTONIC) >= test_ns(end));
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(pthread_cond_destroy(&cond), 0);
    return 0;
}
