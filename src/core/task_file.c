/* SPDX-License-Identifier: MIT */
#include "task_file.h"

#include <asm/errno.h>
#include <asm/unistd.h>
#include <linux/fcntl.h>
#include <linux/prctl.h>

#include "arch/arch.h"
#include "syscalls.h"
#include "text.h"

static long open_comm(int tid, int flags)
{
    char path[64], *p = text_append(path, "/proc/self/task/");
    p = text_append_number(p, (unsigned)tid, 10);
    p = text_append(p, "/comm");
    *p = '\0';
    return arch_syscall4(__NR_openat, AT_FDCWD, (long)path, flags | O_CLOEXEC, 0);
}

static long transfer(long nr, int tid, int flags, const void *data, size_t size)
{
    long fd = open_comm(tid, flags), r;
    if (fd < 0)
        return fd;
    do
        r = arch_syscall3(nr, fd, (long)data, (long)size);
    while (r == -EINTR);
    arch_syscall1(__NR_close, fd);
    return r;
}

long task_comm_write(int tid, const char *data, size_t size)
{
    return transfer(__NR_write, tid, O_WRONLY, data, size);
}

long task_comm_read(int tid, char *data, size_t size)
{
    return transfer(__NR_read, tid, O_RDONLY, data, size);
}

long own_comm_set(const char *name)
{
    return arch_syscall2(__NR_prctl, PR_SET_NAME, (long)name);
}

long own_comm_get(char name[16])
{
    return arch_syscall2(__NR_prctl, PR_GET_NAME, (long)name);
}
