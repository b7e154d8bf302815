/* SPDX-License-Identifier: MIT */
/*
 * For the tests with the IDs of threads whose lifetime is over. POSIX says nothing about them any
 * more; ESRCH is what an implementation gives that can tell.
 */
#ifndef DEAD_H
#define DEAD_H

#include "test.h"

static void *dead_routine(void *arg)
{
    if (arg)
        STORE((pid_t *)arg, test_gettid());
    return arg;
}

enum { DEAD_KINDS = 4 };

/* The ID of a thread that is gone: joined, detached, or joined with its stack unmapped since; or
 * PTHREAD_NULL. */
static inline pthread_t dead_thread(int kind)
{
    pid_t tid = 0;
    pthread_attr_t attr;
    pthread_t thread;

    if (kind == 3)
        return (pthread_t)0;
    CHECK_EQ(pthread_attr_init(&attr), 0);
    if (kind == 1)
        CHECK_EQ(pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED), 0);
    if (kind == 2) /* no size to be kept for the next thread */
        CHECK_EQ(pthread_attr_setstacksize(&attr, 100 << 20), 0);
    CHECK_EQ(pthread_create(&thread, &attr, dead_routine, kind == 1 ? &tid : NULL), 0);
    if (kind == 1) {
        WAIT_UNTIL(LOAD(&tid) != 0);
        WAIT_UNTIL(TEST_SYS3(tgkill, test_getpid(), tid, 0) == -ESRCH);
    } else {
        CHECK_EQ(pthread_join(thread, NULL), 0);
    }
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return thread;
}

#define CHECK_DEAD_ESRCH(call)                                                                     \
    for (int dead_kind_ = 0; dead_kind_ < DEAD_KINDS; dead_kind_++) {                              \
        pthread_t dead = dead_thread(dead_kind_);                                                  \
        CHECK_EQ(call, ESRCH);                                                                     \
    }

#endif
