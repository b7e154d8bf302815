/* SPDX-License-Identifier: MIT */
/*
 * EPERM if the mutex is error-checking, recursive or robust and the caller does not own it; it
 * stays as it was.
 */
#include "mutexes.h"

int main(void)
{
    for (int i = 0; i < MUTEX_SORTS; i++) {
        struct mutex_sort sort = mutex_sort(i);
        pthread_mutex_t mutex;

        if (mutex_is_simple(sort) && sort.robust == PTHREAD_MUTEX_STALLED)
            continue; /* undefined */
        mutex_make(&mutex, sort);
        CHECK_EQ(pthread_mutex_unlock(&mutex), EPERM);
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        CHECK_EQ(elsewhere(call_unlock, &mutex), EPERM);
        CHECK_EQ(elsewhere(call_trylock, &mutex), EBUSY);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), EPERM);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
    return 0;
}
