/* SPDX-License-Identifier: MIT */
/*
 * When a mutex is unlocked in an inconsistent state, all threads that wait for it get
 * ENOTRECOVERABLE.
 */
#include "mutexes.h"

enum { WAITERS = 3 };

/* With a time, so that a waiter who does not hear of it gets an error and does not hang. */
static int lock_in_time(void *mutex)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, 5000);

    return pthread_mutex_timedlock(mutex, &end);
}

int main(void)
{
    for (int i = 0; i < ROBUST_SORTS; i++) {
        struct waiter waiter[WAITERS];
        pthread_mutex_t mutex;

        mutex_make(&mutex, robust_sort(i));
        mutex_abandon(&mutex);
        CHECK_EQ(pthread_mutex_lock(&mutex), EOWNERDEAD);
        for (int k = 0; k < WAITERS; k++)
            waiter_block(&waiter[k], k ? lock_in_time : call_lock, &mutex);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        for (int k = WAITERS - 1; k >= 0; k--)
            CHECK_EQ(waiter_result(&waiter[k]), ENOTRECOVERABLE);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
    return 0;
}
