/* SPDX-License-Identifier: MIT */
/*
 * EAGAIN if the maximum number of read locks is reached, from every way to read; there is one again
 * after an unlock, and none was lost on the way.
 */
#include "rwlocks.h"

enum { ENOUGH = 1 << 25 }; /* more than that would take too long to reach */

int main(void)
{
    pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
    struct timespec end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);
    int held = 0, error;

    while ((error = pthread_rwlock_rdlock(&lock)) == 0)
        if (++held == ENOUGH)
            TEST_SKIP("the maximum is too high to be reached");
    CHECK_EQ(error, EAGAIN);
    CHECK_EQ(pthread_rwlock_tryrdlock(&lock), EAGAIN);
    CHECK_EQ(pthread_rwlock_timedrdlock(&lock, &end), EAGAIN);
    CHECK_EQ(elsewhere(call_rdlock, &lock), EAGAIN);
    CHECK_EQ(pthread_rwlock_trywrlock(&lock), EBUSY);
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(elsewhere(rdlock_once, &lock), 0);
    CHECK_EQ(pthread_rwlock_tryrdlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_rdlock(&lock), EAGAIN);
    for (; held > 0; held--) {
        if (held == 1)
            CHECK_EQ(pthread_rwlock_trywrlock(&lock), EBUSY);
        CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    }
    CHECK_EQ(pthread_rwlock_trywrlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_destroy(&lock), 0);
    return 0;
}
