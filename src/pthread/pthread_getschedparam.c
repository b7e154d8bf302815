/* SPDX-License-Identifier: MIT */
#include <sched.h>

#include "core/sched.h"
#include "target.h"

PTHIN_EXPORT int pthread_getschedparam(pthread_t thread, int *restrict policy,
                                       struct sched_param *restrict param)
{
    struct target target;
    int priority;
    int err = target_get(&target, thread);
    if (err)
        return err;
    long current = sys_sched_policy(target.tid);
    long r = current < 0 ? current : sys_sched_priority(target.tid, &priority);
    target_done(&target);
    if (r < 0)
        return (int)-r;
    *policy = (int)current;
    __builtin_memset(param, 0, sizeof *param);
    param->sched_priority = priority;
    return 0;
}
