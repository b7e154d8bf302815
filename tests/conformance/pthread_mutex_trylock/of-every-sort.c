/* SPDX-License-Identifier: MIT */
/*
 * EBUSY if the mutex is locked, by another thread or the caller, of whatever sort; a recursive one
 * that is the caller's is locked once more.
 */
#include "mutexes.h"

int main(void)
{
    for (int i = 0; i < MUTEX_SORTS; i++) {
        struct mutex_sort sort = mutex_sort(i);
        int recursive = sort.type == PTHREAD_MUTEX_RECURSIVE;
        pthread_mutex_t mutex;

        mutex_make(&mutex, sort);
        CHECK_EQ(pthread_mutex_trylock(&mutex), 0);
        CHECK_EQ(elsewhere(call_trylock, &mutex), EBUSY);
        CHECK_EQ(pthread_mutex_trylock(&mutex), recursive ? 0 : EBUSY);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(elsewhere(call_trylock, &mutex), recursive ? EBUSY : 0);
        if (recursive)
            CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    }
    return 0;
}
