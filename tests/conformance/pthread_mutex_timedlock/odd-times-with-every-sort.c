/* SPDX-License-Identifier: MIT */
/*
 * Of whatever sort the mutex that another thread owns: EINVAL for nanoseconds below zero or not
 * below a second; a time before the epoch is in the past.
 */
#include "mutexes.h"

static struct timespec end;

static int lock_until_end(void *mutex)
{
    return pthread_mutex_timedlock(mutex, &end);
}

int main(void)
{
    for (int i = 0; i < MUTEX_SORTS; i++) {
        pthread_mutex_t mutex;

        mutex_make(&mutex, mutex_sort(i));
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);
        end.tv_nsec = 1000000000;
        CHECK_EQ(elsewhere(lock_until_end, &mutex), EINVAL);
        end.tv_nsec = -1;
        CHECK_EQ(elsewhere(lock_until_end, &mutex), EINVAL);
        end = (struct timespec){.tv_sec = -1, .tv_nsec = 999999999};
        CHECK_EQ(elsewhere(lock_until_end, &mutex), ETIMEDOUT);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
    return 0;
}
