/* SPDX-License-Identifier: MIT */
#include "system.h"

#include <asm/errno.h>
#include <asm/stat.h>
#include <asm/unistd.h>
#include <linux/fcntl.h>

#include "arch/arch.h"

/* The call that has inode numbers of 64 bits on every port. */
#ifdef __NR_fstatat64
#    define NR_STAT __NR_fstatat64
typedef struct stat64 kstat;
#else
#    define NR_STAT __NR_newfstatat
typedef struct stat kstat;
#endif

/* As in linux/stat.h, which defines nothing beside a libc's headers. */
#define MODE_TYPE       0170000
#define MODE_REGULAR    0100000
#define MODE_FOLDER     0040000
#define MODE_PRIVILEGED 0006000 /* setuid, setgid */

#define CAN_EXECUTE 1
#define EXISTS      0

#ifndef O_LARGEFILE
#    define O_LARGEFILE 0
#endif

struct file_status file_status(const char *path)
{
    kstat s;
    struct file_status status = {.type = FILE_ABSENT};
    if (arch_syscall4(NR_STAT, AT_FDCWD, (long)path, (long)&s, 0) != 0)
        return status;
    status.type = (s.st_mode & MODE_TYPE) == MODE_REGULAR  ? FILE_REGULAR
                  : (s.st_mode & MODE_TYPE) == MODE_FOLDER ? FILE_FOLDER
                                                           : FILE_OTHER;
    status.privileged = s.st_mode & MODE_PRIVILEGED;
    status.device = s.st_dev;
    status.inode = s.st_ino;
    return status;
}

static bool allowed(const char *path, int what)
{
    return arch_syscall3(__NR_faccessat, AT_FDCWD, (long)path, what) == 0;
}

bool file_exists(const char *path)
{
    return allowed(path, EXISTS);
}

bool file_executable(const char *path)
{
    return allowed(path, CAN_EXECUTE);
}

static long open_with(const char *path, int flags)
{
    long r;
    do
        r = arch_syscall4(__NR_openat, AT_FDCWD, (long)path, flags | O_CLOEXEC | O_LARGEFILE, 0666);
    while (r == -EINTR);
    return r;
}

long file_open(const char *path)
{
    return open_with(path, O_RDONLY);
}

long file_open_append(const char *path)
{
    return open_with(path, O_WRONLY | O_APPEND | O_CREAT);
}

void file_close(int fd)
{
    arch_syscall1(__NR_close, fd);
}

long file_read_at(int fd, uint64_t offset, void *to, size_t size)
{
    /* This call takes the offset in two halves on every port; those of 64 bits ignore the upper. */
    struct piece piece = {to, size};
    long r;
    do
        r = arch_syscall5(__NR_preadv, fd, (long)&piece, 1, (long)offset, (long)(offset >> 32));
    while (r == -EINTR);
    return r;
}

long link_read(const char *path, char *to, size_t size)
{
    return arch_syscall4(__NR_readlinkat, AT_FDCWD, (long)path, (long)to, (long)size);
}

long current_folder(char *to, size_t size)
{
    return arch_syscall2(__NR_getcwd, (long)to, (long)size);
}

void write_pieces(int fd, const struct piece *pieces, size_t count)
{
    long r;
    do
        r = arch_syscall3(__NR_writev, fd, (long)pieces, (long)count);
    while (r == -EINTR);
}

int process_id(void)
{
    return (int)arch_syscall0(__NR_getpid);
}

long execute(const char *path, char *const *argv, char *const *environment)
{
    return arch_syscall3(__NR_execve, (long)path, (long)argv, (long)environment);
}

_Noreturn void finish(int status)
{
    for (;;)
        arch_syscall1(__NR_exit_group, status);
}
