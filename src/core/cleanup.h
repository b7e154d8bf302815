/* SPDX-License-Identifier: MIT */
/*
 * Cleanup handlers on musl and with no libc. There the header's pthread_cleanup_push links the
 * handlers into a list (struct __ptcb in pthin/bits/host.h, the layout is musl's), and to unwind a
 * thread is to run that list and end the thread.
 */
#ifndef PTHIN_CORE_CLEANUP_H
#define PTHIN_CORE_CLEANUP_H

#include "thread.h"

struct cleanup {
    void (*run)(void *);
    void *arg;
    struct cleanup *next;
};

/* Runs the handlers, innermost first, and ends the thread with t->result. */
_Noreturn void thread_unwind(struct thread *t);

#endif
