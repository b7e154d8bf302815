/* SPDX-License-Identifier: MIT */
/*
 * As pthread_cond_timedwait, with the time measured on the given clock.
 */
#include "test.h"

int main(void)
{
    static const clockid_t clocks[] = {CLOCK_REALTIME, CLOCK_MONOTONIC};
    pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
    pthread_cond_t cond = PTHREAD_COND_INITIALIZER;

    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    for (int i = 0; i < 2; i++) {
        struct timespec end = now_plus_ms(clocks[i], 20), past = now_plus_ms(clocks[i], -1000);
        int error;

        WAIT_UNTIL((error = pthread_cond_clockwait(&cond, &mutex, clocks[i], &end)) != 0);
        CHECK_EQ(error, ETIMEDOUT);
        CHECK(test_now_ns(clocks[i]) >= test_ns(end));
        WAIT_UNTIL((error = pthread_cond_clockwait(&cond, &mutex, clocks[i], &past)) != 0);
        CHECK_EQ(error, ETIMEDOUT);
        CHECK_EQ(pthread_mutex_trylock(&mutex), EBUSY);
    }
    return 0;
}
