/* SPDX-License-Identifier: MIT */
#include <sched.h>

#include "core/priority.h"
#include "pthread/cond/cond_ranks.h"
#include "target.h"

PTHIN_EXPORT int pthread_setschedparam(pthread_t thread, int policy,
                                       const struct sched_param *param)
{
    struct target target;
    int err = target_get(&target, thread);
    if (err)
        return err;
    ranked_will_be_used();
    long r = priority_set(target.thread, target.tid, &policy, param->sched_priority);
    target_done(&target);
    return (int)-r;
}
