/* SPDX-License-Identifier: MIT */
/*
 * EBUSY if the mutex is locked (POSIX: may fail), of whatever sort but robust; it stays usable.
 */
#include "mutexes.h"

int main(void)
{
    for (int i = 0; i < MUTEX_SORTS; i++) {
        pthread_mutex_t mutex;

        if (mutex_sort(i).robust == PTHREAD_MUTEX_ROBUST)
            continue;
        mutex_make(&mutex, mutex_sort(i));
        for (int k = 0; k < 2; k++) {
            CHECK_EQ(pthread_mutex_lock(&mutex), 0);
            CHECK_EQ(pthread_mutex_destroy(&mutex), EBUSY);
            CHECK_EQ(elsewhere(call_trylock, &mutex), EBUSY);
            CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        }
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
    return 0;
}
