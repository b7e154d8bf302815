/* SPDX-License-Identifier: MIT */
/*
 * A robust mutex whose owner ended: EOWNERDEAD to the next that locks it, who has it then; after
 * pthread_mutex_consistent it is as any other. How often a recursive one had been locked is
 * forgotten. Every way to lock, every sort of robust mutex.
 */
#include "mutexes.h"

static int lock_often(void *mutex)
{
    for (int i = 0; i < 3; i++)
        CHECK_EQ(pthread_mutex_lock(mutex), 0);
    return 0;
}

int main(void)
{
    static int (*const ways[])(void *) = {call_lock, call_trylock, call_timedlock};

    for (int i = 0; i < ROBUST_SORTS; i++) {
        struct mutex_sort sort = robust_sort(i);
        pthread_mutex_t mutex;

        mutex_make(&mutex, sort);
        for (int k = 0; k < 3; k++) {
            int recursive = sort.type == PTHREAD_MUTEX_RECURSIVE;

            CHECK_EQ(elsewhere(recursive ? lock_often : call_lock, &mutex), 0);
            CHECK_EQ(ways[k](&mutex), EOWNERDEAD);
            CHECK_EQ(elsewhere(call_trylock, &mutex), EBUSY);
            CHECK_EQ(pthread_mutex_consistent(&mutex), 0);
            CHECK_EQ(pthread_mutex_consistent(&mutex), EINVAL);
            CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
            CHECK_EQ(pthread_mutex_unlock(&mutex), EPERM);
            CHECK_EQ(pthread_mutex_lock(&mutex), 0);
            CHECK_EQ(elsewhere(call_trylock, &mutex), EBUSY);
            CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        }
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
    return 0;
}
