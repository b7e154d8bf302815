/* SPDX-License-Identifier: MIT */
/*
 * Two threads that lock two error-checking mutexes in opposite order: with priority inheritance the
 * deadlock can be detected, and then is EDEADLK (POSIX: may fail); the mutexes stay as they were.
 */
#include "mutexes.h"
#include "pthin-alone.h"

static pthread_mutex_t one, two;
static struct gate held;

static int lock_both(void *arg)
{
    CHECK_EQ(pthread_mutex_lock(&two), 0);
    gate_open(&held);
    CHECK_EQ(pthread_mutex_lock(&one), 0);
    CHECK_EQ(pthread_mutex_unlock(&one), 0);
    CHECK_EQ(pthread_mutex_unlock(&two), 0);
    return arg != NULL;
}

int main(void)
{
    for (int i = 0; i < MUTEX_SORTS; i++) {
        struct mutex_sort sort = mutex_sort(i);
        struct waiter waiter;

        if (sort.type != PTHREAD_MUTEX_ERRORCHECK || sort.protocol != PTHREAD_PRIO_INHERIT)
            continue;
        held.count = 0;
        mutex_make(&one, sort);
        mutex_make(&two, sort);
        CHECK_EQ(pthread_mutex_lock(&one), 0);
        waiter_start(&waiter, NULL, lock_both, NULL);
        gate_wait(&held);
        waiter_until_blocked(&waiter);
        CHECK_EQ(pthread_mutex_lock(&two), EDEADLK);
        CHECK_EQ(pthread_mutex_unlock(&one), 0);
        CHECK_EQ(waiter_result(&waiter), 0);
        CHECK_EQ(pthread_mutex_lock(&two), 0);
        CHECK_EQ(pthread_mutex_unlock(&two), 0);
    }
    return 0;
}
