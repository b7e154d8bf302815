/* SPDX-License-Identifier: MIT */
/*
 * Of whatever sort the mutex: ETIMEDOUT, not before the time; when it is unlocked in time, it is
 * locked; and one that gave up leaves nothing behind.
 */
#include "mutexes.h"

static struct timespec end;

static int lock_until_end(void *mutex)
{
    int error = pthread_mutex_timedlock(mutex, &end);

    if (error == 0)
        CHECK_EQ(pthread_mutex_unlock(mutex), 0);
    return error;
}

int main(void)
{
    for (int i = 0; i < MUTEX_SORTS; i++) {
        struct waiter waiter;
        pthread_mutex_t mutex;

        mutex_make(&mutex, mutex_sort(i));
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        end = now_plus_ms(CLOCK_REALTIME, 2);
        CHECK_EQ(elsewhere(lock_until_end, &mutex), ETIMEDOUT);
        CHECK(test_now_ns(CLOCK_REALTIME) >= test_ns(end));
        end = (struct timespec){.tv_sec = 0};
        CHECK_EQ(elsewhere(lock_until_end, &mutex), ETIMEDOUT);
        end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);
        waiter_block(&waiter, lock_until_end, &mutex);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(waiter_result(&waiter), 0);
        CHECK_EQ(pthread_mutex_trylock(&mutex), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
    return 0;
}
