/* SPDX-License-Identifier: MIT */
/*
 * A mutex that protects an inconsistent state and is unlocked without pthread_mutex_consistent is
 * useless: ENOTRECOVERABLE from every way to lock it. It can be destroyed only, and made anew.
 */
#include "mutexes.h"

int main(void)
{
    for (int i = 0; i < ROBUST_SORTS; i++) {
        pthread_mutex_t mutex;

        mutex_make(&mutex, robust_sort(i));
        mutex_abandon(&mutex);
        CHECK_EQ(pthread_mutex_lock(&mutex), EOWNERDEAD);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(pthread_mutex_lock(&mutex), ENOTRECOVERABLE);
        CHECK_EQ(elsewhere(call_lock, &mutex), ENOTRECOVERABLE);
        CHECK_EQ(call_timedlock(&mutex), ENOTRECOVERABLE);
        /* After one that only tries it, with a time: so an error is an error and not a hang. */
        for (int k = 0; k < 2; k++) {
            struct timespec end = now_plus_ms(CLOCK_REALTIME, 500);

            CHECK_EQ(pthread_mutex_trylock(&mutex), ENOTRECOVERABLE);
            CHECK_EQ(pthread_mutex_timedlock(&mutex, &end), ENOTRECOVERABLE);
        }
        CHECK_EQ(pthread_mutex_unlock(&mutex), EPERM);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);

        mutex_make(&mutex, robust_sort(i));
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
    return 0;
}
