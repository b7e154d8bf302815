/* SPDX-License-Identifier: MIT */
/* Affinity by tid. musl has these two in one object with pthread_setaffinity_np, which must not
   come into a program beside ours. */
#include <errno.h>
#include <sched.h>

#include "core/cpus.h"
#include "core/sched.h"

static int result(long r)
{
    if (r >= 0)
        return 0;
    errno = (int)-r;
    return -1;
}

PTHIN_EXPORT int sched_getaffinity(pid_t pid, size_t size, cpu_set_t *set)
{
    long r = sys_sched_get_affinity(pid, size, set);
    /* The kernel tells how many bytes it knows about; CPUs beyond are not there. */
    if (r >= 0 && (size_t)r < size)
        __builtin_memset((char *)set + r, 0, size - (size_t)r);
    return result(r);
}

PTHIN_EXPORT int sched_setaffinity(pid_t pid, size_t size, const cpu_set_t *set)
{
    long r = sys_sched_set_affinity(pid, size, set);
    /* pid may be another process. */
    if (r == 0 && pid == 0)
        cpus_changed(0);
    return result(r);
}
