/* SPDX-License-Identifier: MIT */
/* What another program says. */
#include <asm/errno.h>
#include <asm/signal.h>
#include <asm/unistd.h>
#include <linux/fcntl.h>

#include "arch/arch.h"
#include "system.h"

/* In the child. */
static _Noreturn void say_into(int fd, const char *path, char *const *environment)
{
    char *argv[] = {(char *)path, NULL};
    /* If stdout was closed, the pipe may have its number, and must lose the flag. */
    for (int i = 1; i <= 2; i++)
        if (arch_syscall3(__NR_dup3, fd, i, 0) == -EINVAL)
            arch_syscall3(__NR_fcntl, fd, F_SETFD, 0);
    execute(path, argv, environment);
    finish(127);
}

size_t program_output(const char *path, char *const *environment, char *to, size_t size)
{
    int ends[2];
    char rest[256];
    size_t filled = 0;
    long r;
    if (arch_syscall2(__NR_pipe2, (long)ends, O_CLOEXEC) != 0)
        return 0;
    /* A fork. No port looks at other arguments of clone than the flags, if all of them are 0. */
    long child = arch_syscall5(__NR_clone, SIGCHLD, 0, 0, 0, 0);
    if (child == 0)
        say_into(ends[1], path, environment);
    file_close(ends[1]);
    /* All of it, so that the program is not killed for writing where nobody reads. */
    do {
        char *at = filled < size ? to + filled : rest;
        r = arch_syscall3(__NR_read, ends[0], (long)at,
                          (long)(filled < size ? size - filled : sizeof rest));
        if (r > 0 && filled < size)
            filled += (size_t)r;
    } while (r > 0 || r == -EINTR);
    file_close(ends[0]);
    while (child > 0 && arch_syscall4(__NR_wait4, child, 0, 0, 0) == -EINTR)
        ;
    return filled;
}
