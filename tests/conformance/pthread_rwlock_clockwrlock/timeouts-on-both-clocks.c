/* SPDX-License-Identifier: MIT */
/*
 * pthread_rwlock_clockwrlock and pthread_rwlock_clockrdlock: as the timed functions, with the time
 * measured on the given clock; EINVAL for an unsupported one.
 */
#include "test.h"

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;

static void *other(void *arg)
{
    clockid_t clock = (clockid_t)(intptr_t)arg;
    struct timespec end = now_plus_ms(clock, 20);

    CHECK_EQ(pthread_rwlock_clockwrlock(&lock, clock, &end), ETIMEDOUT);
    CHECK(test_now_ns(clock) >= test_ns(end));
    end = now_plus_ms(clock, 20);
    CHECK_EQ(pthread_rwlock_clockrdlock(&lock, clock, &end), ETIMEDOUT);
    CHECK(test_now_ns(clock) >= test_ns(end));
    end = now_plus_ms(clock, TEST_BOUND_MS);
    CHECK_EQ(pthread_rwlock_clockwrlock(&lock, 2 /* CLOCK_PROCESS_CPUTIME_ID */, &end), EINVAL);
    CHECK_EQ(pthread_rwlock_clockrdlock(&lock, 12345, &end), EINVAL);
    return NULL;
}

int main(void)
{
    static const clockid_t clocks[] = {CLOCK_REALTIME, CLOCK_MONOTONIC};

    for (int i = 0; i < 2; i++) {
        struct timespec past = now_plus_ms(clocks[i], -1000);

        CHECK_EQ(pthread_rwlock_clockwrlock(&lock, clocks[i], &past), 0);
        test_finish(test_start(other, (void *)(intptr_t)clocks[i]));
        CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
        CHECK_EQ(pthread_rwlock_clockrdlock(&lock, clocks[i], &past), 0);
        CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    }
    return 0;
}
