/* SPDX-License-Identifier: MIT */
/*
 * ETIMEDOUT when the lock cannot be had in time, not before the time; EINVAL for invalid
 * nanoseconds where it would block; a free lock is taken whatever the time. Both timed functions.
 */
#include "test.h"

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;

static void *other(void *arg)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, 20),
                    past = now_plus_ms(CLOCK_REALTIME, -1000);
    struct timespec bad = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

    CHECK_EQ(pthread_rwlock_timedwrlock(&lock, &end), ETIMEDOUT);
    CHECK(test_now_ns(CLOCK_REALTIME) >= test_ns(end));
    CHECK_EQ(pthread_rwlock_timedwrlock(&lock, &past), ETIMEDOUT);
    bad.tv_nsec = 1000000000;
    CHECK_EQ(pthread_rwlock_timedwrlock(&lock, &bad), EINVAL);
    bad.tv_nsec = -1;
    CHECK_EQ(pthread_rwlock_timedwrlock(&lock, &bad), EINVAL);
    if (arg == NULL) { /* a writer holds it */
        end = now_plus_ms(CLOCK_REALTIME, 20);
        CHECK_EQ(pthread_rwlock_timedrdlock(&lock, &end), ETIMEDOUT);
        CHECK(test_now_ns(CLOCK_REALTIME) >= test_ns(end));
        CHECK_EQ(pthread_rwlock_timedrdlock(&lock, &past), ETIMEDOUT);
        CHECK_EQ(pthread_rwlock_timedrdlock(&lock, &bad), EINVAL);
    } else {
        CHECK_EQ(pthread_rwlock_timedrdlock(&lock, &past), 0);
        CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    }
    return NULL;
}

int main(void)
{
    struct timespec past = now_plus_ms(CLOCK_REALTIME, -1000);

    CHECK_EQ(pthread_rwlock_timedwrlock(&lock, &past), 0);
    test_finish(test_start(other, NULL));
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_timedrdlock(&lock, &past), 0);
    test_finish(test_start(other, (void *)1));
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_destroy(&lock), 0);
    return 0;
}
