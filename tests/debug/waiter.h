/* SPDX-License-Identifier: MIT */
/* Threads that say who they are and then wait, for a debugger to look at. */
#ifndef WAITER_H
#define WAITER_H

#include "test.h"

#include <pthread.h>
#include <stdatomic.h>

/* A start routine that makes this call. */
#define WAITER(name, call)                                                                         \
    static void *name(void *tid)                                                                   \
    {                                                                                              \
        atomic_store((_Atomic pid_t *)tid, test_gettid());                                         \
        call;                                                                                      \
        return tid;                                                                                \
    }

/* Creates a thread that stores its tid where its argument points to, and returns when it sleeps. */
static inline void start_waiter(void *(*routine)(void *))
{
    _Atomic pid_t tid = 0;
    pthread_t thread;

    CHECK_EQ(pthread_create(&thread, NULL, routine, &tid), 0);
    WAIT_UNTIL(tid != 0);
    wait_until_blocked(tid);
}

#endif
