/* SPDX-License-Identifier: MIT */
/* Functions to call at the end of a thread. */
#ifndef PTHIN_CORE_AT_EXIT_H
#define PTHIN_CORE_AT_EXIT_H

#include "thread.h"

/* Has run(arg) called when the calling thread ends, or when it ends the process. 0 or ENOMEM.
   Exported, for the caller may be another member of an archive (src/api/sources.cmake). */
PTHIN_EXPORT int __pthin_at_exit_add(void (*run)(void *), void *arg);

/* Calls the functions that were registered for t, which is the calling thread. The call goes
   through a pointer that __pthin_at_exit_add sets. So a static program that never registers a function does
   not contain the code that runs them. */
static inline void at_exit_run(struct thread *t)
{
    if (unlikely(t->run_at_exit != NULL))
        t->run_at_exit(NULL);
}

#endif
