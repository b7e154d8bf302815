/* SPDX-License-Identifier: MIT */
#include <limits.h>
#include <sched.h>

#include "core/sched.h"
#include "target.h"

PTHIN_EXPORT int pthread_getaffinity_np(pthread_t thread, size_t size, cpu_set_t *set)
{
    struct target target;
    int err = target_get(&target, thread);
    if (err)
        return err;
    /* The kernel takes an int's worth of bytes. */
    long r = sys_sched_get_affinity(target.tid, size < INT_MAX ? size : INT_MAX, set);
    target_done(&target);
    if (r < 0)
        return (int)-r;
    /* CPUs that the kernel does not know of are not in the set. */
    __builtin_memset((char *)set + r, 0, size - (size_t)r);
    return 0;
}
