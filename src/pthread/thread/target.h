/* SPDX-License-Identifier: MIT */
/* To act upon a thread through its tid. Meanwhile the thread must not end, because the kernel might
   give the tid to another one. */
#ifndef PTHIN_PTHREAD_TARGET_H
#define PTHIN_PTHREAD_TARGET_H

#include <errno.h>
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
static inline int target_get(struct target *target, pthread_t thread)
{
    target->pinned = NULL;
    if (!thread) /* PTHREAD_NULL */
        return ESRCH;
    struct thread *t = thread_of((uintptr_t)thread);
    target->thread = t;
    if (t == thread_self()) {
        target->tid = (int)host_self_tid();
        return 0;
    }
    if (thread_is_foreign(t)) {
        target->tid = host_foreign_tid((uintptr_t)thread);
        return target->tid ? 0 : ESRCH;
    }
    if (thread_is_dead(t) || !thread_pin(t, &target->mask))
        return ESRCH;
    target->pinned = t;
    target->tid = (int)host_tid(t);
    return 0;
}

static inline void target_done(const struct target *target)
{
    if (target->pinned)
        thread_unpin(target->pinned, &target->mask);
}

#endif
