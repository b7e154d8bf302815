/* SPDX-License-Identifier: MIT */
/* What fork, a member of libc.a, refers to. */
#include "musl.h"

void __fork_handler(int who)
{
    musl_fork_handler(who);
}

/*
 * "Inhibit thread creation". There is nothing to keep apart: creation changes what all threads
 * share with atomic operations and under the ring's lock, which fork holds. The child of a fork
 * in the middle of it in another thread has lost a stack, nothing else.
 */
void __inhibit_ptc(void) {}

void __release_ptc(void) {}
