/* SPDX-License-Identifier: MIT */
/*
 * EDEADLK if the calling thread already owns the lock for writing (POSIX: may fail), on both
 * clocks; it owns it still.
 */
#include "rwlocks.h"

int main(void)
{
    static const clockid_t clocks[] = {CLOCK_REALTIME, CLOCK_MONOTONIC};
    pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;

    CHECK_EQ(pthread_rwlock_wrlock(&lock), 0);
    for (int i = 0; i < 2; i++) {
        struct timespec end = now_plus_ms(clocks[i], TEST_BOUND_MS);

        CHECK_EQ(pthread_rwlock_clockwrlock(&lock, clocks[i], &end), EDEADLK);
        CHECK_EQ(elsewhere(call_tryrdlock, &lock), EBUSY);
    }
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(elsewhere(wrlock_once, &lock), 0);
    CHECK_EQ(pthread_rwlock_destroy(&lock), 0);
    return 0;
}
