/* SPDX-License-Identifier: MIT */
/*
 * It waits until it has the mutex locked, changes the ceiling, stores the old one and unlocks: the
 * owner runs at the old ceiling until it unlocks, the next at the new one. A NULL for the old one
 * is not stored to.
 */
#include "ceiling.h"

static int old = -1;

static int change(void *mutex)
{
    return pthread_mutex_setprioceiling(mutex, 30, &old);
}

int main(void)
{
    struct waiter waiter;
    pthread_mutex_t mutex;

    ceiling_begin(5);
    ceiling_make(&mutex, PTHREAD_MUTEX_NORMAL, 20);
    CHECK_EQ(ceiling_of(&mutex), 20);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(test_effective_priority(), 20);
    waiter_block(&waiter, change, &mutex);
    CHECK_EQ(ceiling_of(&mutex), 20);
    CHECK_EQ(test_effective_priority(), 20);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(waiter_result(&waiter), 0);
    CHECK_EQ(old, 20);
    CHECK_EQ(ceiling_of(&mutex), 30);
    CHECK_EQ(test_effective_priority(), 5);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(test_effective_priority(), 30);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(test_effective_priority(), 5);
    CHECK_EQ(pthread_mutex_setprioceiling(&mutex, 40, NULL), 0);
    CHECK_EQ(ceiling_of(&mutex), 40);
    CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    return 0;
}
