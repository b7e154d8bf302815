/* SPDX-License-Identifier: MIT */
/* What fork, a member of libc.a, refers to. It holds the lock of the ring while it forks. */
#include "core/atfork.h"
#include "musl.h"

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
