/* SPDX-License-Identifier: MIT */
/*
 * The mutex is locked as if by pthread_mutex_lock for the change: by its owner an error-checking
 * one gives EDEADLK, and of a recursive one the ceiling changes, and with it the priority at which
 * the owner runs.
 */
#include "ceiling.h"

int main(void)
{
    pthread_mutex_t mutex;
    int old = -1;

    ceiling_begin(5);
    ceiling_make(&mutex, PTHREAD_MUTEX_ERRORCHECK, 20);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_mutex_setprioceiling(&mutex, 30, &old), EDEADLK);
    CHECK_EQ(test_effective_priority(), 20);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(test_effective_priority(), 5);

    ceiling_make(&mutex, PTHREAD_MUTEX_RECURSIVE, 20);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    for (int ceiling = 30; ceiling >= 10; ceiling -= 20) {
        CHECK_EQ(pthread_mutex_setprioceiling(&mutex, ceiling, &old), 0);
        CHECK_EQ(old, ceiling == 30 ? 20 : 30);
        CHECK_EQ(test_effective_priority(), ceiling);
    }
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(test_effective_priority(), 5);
    CHECK_EQ(pthread_mutex_trylock(&mutex), 0);
    CHECK_EQ(test_effective_priority(), 10);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    return 0;
}
