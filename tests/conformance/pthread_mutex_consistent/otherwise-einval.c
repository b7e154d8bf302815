/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if the mutex is not robust or does not protect an inconsistent state, locked or not.
 */
#include "mutexes.h"

int main(void)
{
    for (int i = 0; i < MUTEX_SORTS; i++) {
        pthread_mutex_t mutex;

        mutex_make(&mutex, mutex_sort(i));
        CHECK_EQ(pthread_mutex_consistent(&mutex), EINVAL);
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        CHECK_EQ(pthread_mutex_consistent(&mutex), EINVAL);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
    return 0;
}
