/* SPDX-License-Identifier: MIT */
#include "core/priority.h"
#include "pthread/cond/cond_ranks.h"
#include "target.h"

PTHIN_EXPORT int pthread_setschedprio(pthread_t thread, int priority)
{
    struct target target;
    int err = target_get(&target, thread);
    if (err)
        return err;
    ranked_will_be_used();
    long r = priority_set(target.thread, target.tid, NULL, priority);
    target_done(&target);
    return (int)-r;
}
