/* SPDX-License-Identifier: MIT */
/*
 * It gives the ceiling that the mutex was made with; EINVAL for a mutex that has none,
 * locked or not.
 */
#include "ceiling.h"
#include "mutexes.h"

int main(void)
{
    pthread_mutex_t mutex;
    int ceiling = -2;

    for (int i = 1; i <= 99; i += 7) {
        ceiling_make(&mutex, i % 2 ? PTHREAD_MUTEX_NORMAL : PTHREAD_MUTEX_RECURSIVE, i);
        CHECK_EQ(ceiling_of(&mutex), i);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
    for (int i = 0; i < MUTEX_SORTS; i++) {
        mutex_make(&mutex, mutex_sort(i));
        CHECK_EQ(pthread_mutex_getprioceiling(&mutex, &ceiling), EINVAL);
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        CHECK_EQ(pthread_mutex_getprioceiling(&mutex, &ceiling), EINVAL);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
    CHECK_EQ(ceiling, -2);
    return 0;
}
