/* SPDX-License-Identifier: MIT */
/*
 * As pthread_rwlock_timedrdlock, with the time measured on the given clock; EINVAL for one that is
 * not supported.
 */
#include "rwlocks.h"

static clockid_t end_clock;

static int clocklock_once(void *lock)
{
    return unlock_if(pthread_rwlock_clockrdlock(lock, end_clock, &timed_end), lock);
}

int main(void)
{
    static const clockid_t clocks[] = {CLOCK_REALTIME, CLOCK_MONOTONIC};
    pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;

    for (int i = 0; i < 2; i++) {
        end_clock = clocks[i];
        timed_end = now_plus_ms(end_clock, -1000);
        CHECK_EQ(pthread_rwlock_clockrdlock(&lock, end_clock, &timed_end), 0);
        CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
        CHECK_EQ(pthread_rwlock_wrlock(&lock), 0);
        check_until(&lock, clocklock_once, end_clock);
        timed_end = now_plus_ms(end_clock, TEST_BOUND_MS);
        CHECK_EQ(pthread_rwlock_wrlock(&lock), 0);
        end_clock = 2 /* CLOCK_PROCESS_CPUTIME_ID */;
        CHECK_EQ(elsewhere(clocklock_once, &lock), EINVAL);
        end_clock = 12345;
        CHECK_EQ(elsewhere(clocklock_once, &lock), EINVAL);
        CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    }
    CHECK_EQ(pthread_rwlock_destroy(&lock), 0);
    return 0;
}
