/* SPDX-License-Identifier: MIT */
/* For the tests of what holds of every way to wait for a condition variable. */
#ifndef CONDITIONS_H
#define CONDITIONS_H

#include "mutexes.h"

static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static pthread_mutex_t mutex;
static int tokens;

/* Waits for cond with mutex, for this many milliseconds at most if it is a call with a time. */
typedef int (*wait_call)(int ms);

static inline int take_token(void *arg)
{
    wait_call *wait = arg;

    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    while (tokens == 0)
        CHECK_EQ((*wait)(TEST_BOUND_MS), 0);
    tokens--;
    CHECK_EQ(elsewhere(call_trylock, &mutex), EBUSY);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return 0;
}

enum { WAITERS = 3 };

static inline void let_go(wait_call ways[2], int broadcast)
{
    struct waiter waiter[WAITERS];

    for (int i = 0; i < WAITERS; i++)
        waiter_block(&waiter[i], take_token, &ways[i % 2]);
    for (int i = 0; i < WAITERS; i++) {
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        tokens += broadcast ? WAITERS : 1;
        CHECK_EQ(broadcast ? pthread_cond_broadcast(&cond) : pthread_cond_signal(&cond), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        if (broadcast)
            break;
    }
    for (int i = 0; i < WAITERS; i++)
        CHECK_EQ(waiter_result(&waiter[i]), 0);
    CHECK_EQ(tokens, 0);
}

/* Whatever the sort of the mutex, it is released while a thread waits, in one of two ways, and is
 * the caller's again afterwards: after signal, broadcast and, in the second way, timeout. EPERM,
 * and no wait, if an error-checking or robust one is not the caller's. */
static inline void check_every_sort_of_mutex(wait_call ways[2])
{
    for (int i = 0; i < MUTEX_SORTS; i++) {
        struct mutex_sort sort = mutex_sort(i);
        int error;

        mutex_make(&mutex, sort);
        if (sort.type == PTHREAD_MUTEX_ERRORCHECK || sort.robust == PTHREAD_MUTEX_ROBUST)
            for (int k = 0; k < 2; k++)
                CHECK_EQ(ways[k](TEST_BOUND_MS), EPERM);
        let_go(ways, 0);
        let_go(ways, 1);
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        WAIT_UNTIL((error = ways[1](1)) != 0);
        CHECK_EQ(error, ETIMEDOUT);
        CHECK_EQ(elsewhere(call_trylock, &mutex), EBUSY);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
}

#endif
