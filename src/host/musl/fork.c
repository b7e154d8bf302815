/* SPDX-License-Identifier: MIT */
/* What musl's fork calls around itself. It holds __tl_lock while it forks. */
#include "core/atfork.h"
#include "core/stack.h"
#include "musl.h"

void musl_after_fork(void)
{
    struct thread *t = thread_self();
    musl_adopt_tid();
    thread_after_fork();
    if (t->next) /* a thread has been created */
        blocks_vanished(t->next);
    t->prev = t->next = t;
}

void __fork_handler(int who)
{
    if (who < 0) {
        atfork_prepare();
    } else if (who == 0) {
        atfork_parent();
    } else {
        musl_after_fork();
        atfork_child();
    }
}

/*
 * "Inhibit thread creation". There is nothing to keep apart: creation changes what all threads
 * share with atomic operations and under the ring's lock, which fork holds. The child of a fork
 * in the middle of it in another thread has lost a stack, nothing else.
 */
void __inhibit_ptc(void) {}

void __release_ptc(void) {}
