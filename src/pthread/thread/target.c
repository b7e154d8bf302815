/* SPDX-License-Identifier: MIT */
#include "target.h"

#include <errno.h>

int target_get(struct target *target, pthread_t thread)
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

void target_done(const struct target *target)
{
    if (target->pinned)
        thread_unpin(target->pinned, &target->mask);
}
