/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <sched.h>
#include <unistd.h>
#include <asm/unistd.h>

#include "host/host.h"
#include "core/cancel.h"
#include "core/sched.h"

static int result(long r)
{
    if (r >= 0)
        return 0;
    errno = (int)-r;
    return -1;
}

PTHIN_EXPORT int sched_yield(void)
{
    sys_sched_yield(); /* cannot fail */
    return 0;
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
    return result(sys_sched_set_affinity(pid, size, set));
}

PTHIN_EXPORT pid_t getpid(void)
{
    return sys_getpid();
}

PTHIN_EXPORT pid_t gettid(void)
{
    return (pid_t)host_self_tid();
}

PTHIN_EXPORT ssize_t write(int fd, const void *data, size_t size)
{
    long r = cancel_syscall(__NR_write, fd, (long)data, (long)size, 0, 0, 0);
    if (r >= 0)
        return r;
    errno = (int)-r;
    return -1;
}
