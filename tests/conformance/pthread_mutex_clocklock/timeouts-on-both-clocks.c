/* SPDX-License-Identifier: MIT */
/*
 * As pthread_mutex_timedlock, with the time measured on the given clock: ETIMEDOUT, not earlier
 * than the time on that clock; a free mutex is locked whatever the time.
 */
#include "test.h"

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

static void *other(void *arg)
{
    clockid_t clock = (clockid_t)(intptr_t)arg;
    struct timespec end = now_plus_ms(clock, 20), past = now_plus_ms(clock, -1000);

    CHECK_EQ(pthread_mutex_clocklock(&mutex, clock, &end), ETIMEDOUT);
    CHECK(test_now_ns(clock) >= test_ns(end));
    CHECK_EQ(pthread_mutex_clocklock(&mutex, clock, &past), ETIMEDOUT);
    return NULL;
}

int main(void)
{
    static const clockid_t clocks[] = {CLOCK_REALTIME, CLOCK_MONOTONIC};

    for (int i = 0; i < 2; i++) {
        struct timespec past = now_plus_ms(clocks[i], -1000);

        CHECK_EQ(pthread_mutex_clocklock(&mutex, clocks[i], &past), 0);
        test_finish(test_start(other, (void *)(intptr_t)clocks[i]));
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    }
    return 0;
}
