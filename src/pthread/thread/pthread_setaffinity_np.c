/* SPDX-License-Identifier: MIT */
#include <sched.h>

#include "core/cpus.h"
#include "core/sched.h"
#include "target.h"

PTHIN_EXPORT int pthread_setaffinity_np(pthread_t thread, size_t size, const cpu_set_t *set)
{
    struct target target;
    int err = target_get(&target, thread);
    if (err)
        return err;
    long r = sys_sched_set_affinity(target.tid, size, set);
    if (r == 0)
        cpus_changed(target.tid);
    target_done(&target);
    return (int)-r;
}
