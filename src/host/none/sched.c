/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <sched.h>
#include <unistd.h>
#include <asm/unistd.h>

#include "host/host.h"
#include "core/cancel.h"
#include "core/sched.h"

PTHIN_EXPORT int sched_yield(void)
{
    sys_sched_yield(); /* cannot fail */
    return 0;
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
