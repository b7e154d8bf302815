/* SPDX-License-Identifier: MIT */
#include "core/sched.h"
#include "target.h"

PTHIN_EXPORT int pthread_setschedprio(pthread_t thread, int priority)
{
    struct target target;
    int err = target_get(&target, thread);
    if (err)
        return err;
    long r = sys_sched_set_priority(target.tid, priority);
    target_done(&target);
    return (int)-r;
}
