/* SPDX-License-Identifier: MIT */
/*
 * Of the threads that wait for a robust mutex when its owner ends, one gets it with EOWNERDEAD; if
 * that one ends as well, the next does; and after it was made consistent the others get it as ever.
 */
#include "mutexes.h"

static struct gate locked, end;

static int hold_until_end(void *mutex)
{
    CHECK_EQ(pthread_mutex_lock(mutex), 0);
    gate_open(&locked);
    gate_wait(&end);
    return 0;
}

static int ended; /* how many have left it inconsistent */

static int mend_third(void *mutex)
{
    int error = pthread_mutex_lock(mutex);

    if (error == EOWNERDEAD) {
        if (ADD(&ended, 1) < 3)
            return error;
        CHECK_EQ(pthread_mutex_consistent(mutex), 0);
    }
    CHECK_EQ(pthread_mutex_unlock(mutex), 0);
    return error;
}

int main(void)
{
    for (int i = 0; i < ROBUST_SORTS; i++) {
        struct waiter owner, waiter[5];
        pthread_mutex_t mutex;
        int dead = 0;

        locked.count = end.count = ended = 0;
        mutex_make(&mutex, robust_sort(i));
        waiter_start(&owner, NULL, hold_until_end, &mutex);
        gate_wait(&locked);
        for (int k = 0; k < 5; k++)
            waiter_block(&waiter[k], mend_third, &mutex);
        gate_open(&end);
        CHECK_EQ(waiter_result(&owner), 0);
        for (int k = 0; k < 5; k++)
            dead += waiter_result(&waiter[k]) == EOWNERDEAD;
        CHECK_EQ(dead, 3);
        CHECK_EQ(pthread_mutex_trylock(&mutex), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
    return 0;
}
