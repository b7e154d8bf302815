/* SPDX-License-Identifier: MIT */
/*
 * For the tests of what pthin answers and others need not: calls that POSIX leaves undefined, or
 * that a libc is known to crash or to hang on. No other implementation is given such an input, so
 * what includes this header is built for pthin only (CMakeLists.txt looks for it), and where
 * threads have a part in it, they are made through the engine's own interface. What the libcs do is
 * told in words, in ../libcs-in-words.txt.
 */
#ifndef PTHIN_ALONE_H
#define PTHIN_ALONE_H

#include "test.h"

#include <pthin/thread.h>

static inline void *alone_entry(size_t count, void **args)
{
    void *(*routine)(void *);

    CHECK_EQ(count, 2);
    memcpy(&routine, &args[0], sizeof routine);
    return routine(args[1]);
}

/* Starts a thread that runs routine(arg). */
static inline pthin_thread *alone_start(void *(*routine)(void *), void *arg)
{
    void *args[2] = {NULL, arg};
    pthin_thread *thread;

    memcpy(&args[0], &routine, sizeof routine);
    CHECK_EQ(pthin_thread_create(&thread, alone_entry, args, 2, pthin_thread_default_stack_size(),
                                 pthin_thread_default_guard_size()),
             0);
    return thread;
}

static inline void *alone_finish(pthin_thread *thread)
{
    void *value = (void *)0x5eed;

    CHECK_EQ(pthin_thread_join(thread, &value), 0);
    return value;
}

/* The same thread for POSIX. */
static inline pthread_t alone_handle(pthin_thread *thread)
{
    return (pthread_t)thread;
}

/* A detached thread that lives until alone_detached_end. */
static struct gate alone_go UNUSED, alone_gone UNUSED;

static inline void *alone_until_go(void *arg)
{
    gate_wait(&alone_go);
    gate_open(&alone_gone);
    return arg;
}

static inline pthread_t alone_detached(void)
{
    pthin_thread *thread = alone_start(alone_until_go, NULL);

    CHECK_EQ(pthin_thread_detach(thread), 0);
    return alone_handle(thread);
}

static inline void alone_detached_end(void)
{
    gate_open(&alone_go);
    gate_wait(&alone_gone);
}

#endif
