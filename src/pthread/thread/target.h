/* SPDX-License-Identifier: MIT */
/* To act upon a thread through its tid. Meanwhile the thread must not end, because the kernel might
   give the tid to another one. */
#ifndef PTHIN_PTHREAD_TARGET_H
#define PTHIN_PTHREAD_TARGET_H

#include <pthread.h>

#include "core/engine.h"

struct target {
    struct thread *thread;
    int tid;
    struct thread *pinned; /* for thread_unpin; NULL: the caller, or a thread of the libc's */
    ksigset mask;
};

/* 0, and then target_done is to be called; signals may be blocked until then. ESRCH: the thread has
   ended. */
int target_get(struct target *target, pthread_t thread);
void target_done(const struct target *target);

#endif
