/* SPDX-License-Identifier: MIT */
/*
 * For the tests with the IDs of threads whose lifetime is over. POSIX says nothing about them any
 * more; ESRCH is what an implementation gives that can tell. The libcs read memory that is gone.
 */
#ifndef DEAD_H
#define DEAD_H

#include "pthin-alone.h"

static void *dead_routine(void *arg)
{
    return arg;
}

enum { DEAD_KINDS = 4 };

/* The ID of a thread that is gone: joined, detached, or joined with its stack unmapped since; or
 * PTHREAD_NULL. */
static inline pthread_t dead_thread(int kind)
{
    /* A large stack is not kept for the next thread. */
    size_t size = kind == 2 ? 100 << 20 : pthin_thread_default_stack_size();
    void *(*routine)(void *) = dead_routine;
    void *args[2] = {NULL, NULL};
    pthin_thread *thread;

    if (kind == 3)
        return (pthread_t)0;
    memcpy(&args[0], &routine, sizeof routine);
    CHECK_EQ(pthin_thread_create(&thread, alone_entry, args, 2, size, TEST_PAGE), 0);
    if (kind == 1) {
        pid_t tid = pthin_thread_id(thread);

        CHECK_EQ(pthin_thread_detach(thread), 0);
        if (tid != 0) /* else it has ended by now */
            WAIT_UNTIL(TEST_SYS3(tgkill, test_getpid(), tid, 0) == -ESRCH);
    } else {
        CHECK_EQ(pthin_thread_join(thread, NULL), 0);
    }
    return alone_handle(thread);
}

#define CHECK_DEAD_ESRCH(call)                                                                     \
    for (int dead_kind_ = 0; dead_kind_ < DEAD_KINDS; dead_kind_++) {                              \
        pthread_t dead = dead_thread(dead_kind_);                                                  \
        CHECK_EQ(call, ESRCH);                                                                     \
    }

#endif
