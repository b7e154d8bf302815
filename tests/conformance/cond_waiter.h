/* SPDX-License-Identifier: MIT */
/* For the tests of whom a signal is for: threads of given priorities that wait once. */
#ifndef COND_WAITER_H
#define COND_WAITER_H

#include "policy.h"
#include "waiter.h"

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;

/* With no predicate: it returns when it has been woken. */
static inline int wait_once(void *arg)
{
    (void)arg;
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_cond_wait(&cond, &mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return 0;
}

/* Starts a thread with SCHED_FIFO and that priority, or 0: SCHED_OTHER; returns when it blocks. */
static inline void cond_waiter_block(struct waiter *w, int priority)
{
    pthread_attr_t attr;

    test_policy_attr(&attr, priority ? SCHED_FIFO : SCHED_OTHER, priority);
    waiter_start(w, &attr, wait_once, NULL);
    waiter_until_blocked(w);
}

static inline void signal_one(void)
{
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_cond_signal(&cond), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
}

#endif
