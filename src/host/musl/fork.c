/* SPDX-License-Identifier: MIT */
/* What musl's fork calls around itself. It holds the lock of the ring while it forks. */
#include "core/atfork.h"
#include "musl.h"

void musl_after_fork(void)
{
    musl_adopt_tid();
    thread_after_fork();
    musl_blocks_after_fork();
}

void musl_fork_handler(int who)
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
