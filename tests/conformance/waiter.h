/* SPDX-License-Identifier: MIT */
/* For the tests of what blocks: a thread that makes one call, seen from outside. */
#ifndef WAITER_H
#define WAITER_H

#include "test.h"

struct waiter {
    int (*call)(void *);
    void *arg;
    pthread_t thread;
    pid_t tid;
    int result;
    int returned;
};

static inline void *waiter_routine(void *p)
{
    struct waiter *w = p;

    STORE(&w->tid, test_gettid());
    w->result = w->call(w->arg);
    STORE(&w->returned, 1);
    return NULL;
}

/* Starts a thread that calls call(arg); attr may be NULL. */
static inline void waiter_start(struct waiter *w, const pthread_attr_t *attr, int (*call)(void *),
                                void *arg)
{
    *w = (struct waiter){.call = call, .arg = arg};
    CHECK_EQ(pthread_create(&w->thread, attr, waiter_routine, w), 0);
}

static inline void waiter_until_blocked(struct waiter *w)
{
    WAIT_UNTIL(LOAD(&w->tid) != 0);
    wait_until_blocked(w->tid);
    CHECK_EQ(LOAD(&w->returned), 0);
}

/* The same, and returns when the call blocks. */
static inline void waiter_block(struct waiter *w, int (*call)(void *), void *arg)
{
    waiter_start(w, NULL, call, arg);
    waiter_until_blocked(w);
}

/* What the call returned. */
static inline int waiter_result(struct waiter *w)
{
    test_finish(w->thread);
    return w->result;
}

/* What call(arg) returns in another thread. */
static inline int elsewhere(int (*call)(void *), void *arg)
{
    struct waiter w;

    waiter_start(&w, NULL, call, arg);
    return waiter_result(&w);
}

#endif
