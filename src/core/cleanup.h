/* SPDX-License-Identifier: MIT */
/*
 * Cleanup handlers, on hosts whose header links them into a list (struct __ptcb in
 * pthin/bits/host.h, which is musl's layout), and unwinding: ending a thread from anywhere in
 * its call chain.
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
