/* SPDX-License-Identifier: MIT */
/*
 * EINVAL for what is no priority of SCHED_FIFO, and if the mutex has no ceiling.
 */
#include "ceiling.h"
#include "mutexes.h"

int main(void)
{
    static const int wrong[] = {0, 100, -1, 0x10000};
    pthread_mutex_t mutex;
    int ceiling = -2;

    ceiling_make(&mutex, PTHREAD_MUTEX_NORMAL, 20);
    for (int i = 0; i < 4; i++)
        CHECK_EQ(pthread_mutex_setprioceiling(&mutex, wrong[i], &ceiling), EINVAL);
    CHECK_EQ(ceiling_of(&mutex), 20);
    CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    for (int i = 0; i < MUTEX_SORTS; i++) {
        mutex_make(&mutex, mutex_sort(i));
        CHECK_EQ(pthread_mutex_setprioceiling(&mutex, 20, &ceiling), EINVAL);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
    CHECK_EQ(ceiling, -2);
    return 0;
}
