/* SPDX-License-Identifier: MIT */
/*
 * A recursive robust mutex can be locked once more, and unlocked so often, by the thread that got
 * EOWNERDEAD, before and after it makes it consistent.
 */
#include "mutexes.h"

int main(void)
{
    for (int i = 0; i < ROBUST_SORTS; i++) {
        struct mutex_sort sort = robust_sort(i);
        pthread_mutex_t mutex;

        if (sort.type != PTHREAD_MUTEX_RECURSIVE)
            continue;
        mutex_make(&mutex, sort);
        mutex_abandon(&mutex);
        CHECK_EQ(pthread_mutex_lock(&mutex), EOWNERDEAD);
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(elsewhere(call_trylock, &mutex), EBUSY);
        CHECK_EQ(pthread_mutex_trylock(&mutex), 0);
        CHECK_EQ(pthread_mutex_consistent(&mutex), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(elsewhere(call_trylock, &mutex), 0);
        CHECK_EQ(pthread_mutex_lock(&mutex), EOWNERDEAD);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
    return 0;
}
