/* SPDX-License-Identifier: MIT */
#include <sched.h>

#include "core/priority.h"
#include "target.h"

PTHIN_EXPORT int pthread_getschedparam(pthread_t thread, int *restrict policy,
                                       struct sched_param *restrict param)
{
    struct target target;
    int now, priority;
    int err = target_get(&target, thread);
    if (err)
        return err;
    long r = priority_get(target.thread, target.tid, &now, &priority);
    target_done(&target);
    if (r < 0)
        return (int)-r;
    *policy = now;
    __builtin_memset(param, 0, sizeof *param);
    param->sched_priority = priority;
    return 0;
}
