/* SPDX-License-Identifier: MIT */
#include "at_exit.h"
#include "host/host.h"
#include "keys.h"

void thread_run_ends(struct thread *t)
{
    at_exit_run(t);
    if (t->keys_used)
        keys_ends_now()->run_destructors(t);
    at_exit_run(t); /* what those registered */
}
