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

static inline int plain_wait(int ms)
{
    (void)ms;
    return pthread_cond_wait(&cond, &mutex);
}

static inline int timedwait(int ms)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, ms);

    return pthread_cond_timedwait(&cond, &mutex, &end);
}

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

/* Lets this many waiters go by a signal or a broadcast, under the mutex or behind it. */
static inline void give_tokens(int n, int (*call)(pthread_cond_t *), int behind)
{
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    tokens += n;
    if (!behind)
        CHECK_EQ(call(&cond), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    if (behind)
        CHECK_EQ(call(&cond), 0);
}

/* n threads wait in turns in these two ways. */
static inline void block_waiters(struct waiter *waiter, int n, wait_call ways[2])
{
    for (int i = 0; i < n; i++)
        waiter_block(&waiter[i], take_token, &ways[i % 2]);
}

static inline int waiters_back(const struct waiter *waiter, int n)
{
    int back = 0;

    for (int i = 0; i < n; i++)
        back += LOAD(&waiter[i].returned);
    return back;
}

static inline void finish_waiters(struct waiter *waiter, int n)
{
    for (int i = 0; i < n; i++)
        CHECK_EQ(waiter_result(&waiter[i]), 0);
    CHECK_EQ(tokens, 0);
}

static inline void let_go(wait_call ways[2], int broadcast)
{
    enum { N = 3 };
    struct waiter waiter[N];

    block_waiters(waiter, N, ways);
    if (broadcast)
        give_tokens(N, pthread_cond_broadcast, 0);
    for (int i = 0; i < N && !broadcast; i++)
        give_tokens(1, pthread_cond_signal, 0);
    finish_waiters(waiter, N);
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
