/* SPDX-License-Identifier: MIT */
/* Functions to call at the end of a thread. */
#ifndef PTHIN_CORE_AT_EXIT_H
#define PTHIN_CORE_AT_EXIT_H

#include "thread.h"

/* Has run(arg) called at the caller's end, or when it ends the process. 0 or ENOMEM. */
int at_exit_add(void (*run)(void *), void *arg);

/* Calls t's, the caller's, if there are any. By a pointer, so that a program without them need not
   hold the code. */
static inline void at_exit_run(struct thread *t)
{
    if (unlikely(t->run_at_exit != NULL))
        t->run_at_exit(NULL);
}

#endif
