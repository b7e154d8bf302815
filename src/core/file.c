/* SPDX-License-Identifier: MIT */
#include "file.h"

#include <asm/errno.h>
#include <asm/stat.h>
#include <asm/unistd.h>
#include <linux/fcntl.h>
#include <linux/mman.h>

#include "arch/arch.h"
#include "syscalls.h"

/* The calls that have sizes, offsets and inode numbers of 64 bits on every port. */
#ifdef __NR_fstat64
#    define NR_FSTAT __NR_fstat64
typedef struct stat64 kstat;
#else
#    define NR_FSTAT __NR_fstat
typedef struct stat kstat;
#endif

/* As in linux/stat.h, which defines nothing beside glibc's headers. */
#define MODE_TYPE    0170000
#define MODE_REGULAR 0100000

#define FLAGS (O_RDWR | O_CLOEXEC | O_NOFOLLOW)

static long open_uninterrupted(const char *path, int flags, unsigned mode)
{
    long r;
    do
        r = arch_syscall4(__NR_openat, AT_FDCWD, (long)path, flags, (long)mode);
    while (r == -EINTR);
    return r;
}

long file_open(const char *path)
{
    return open_uninterrupted(path, FLAGS, 0);
}

long file_create(const char *path, unsigned mode)
{
    return open_uninterrupted(path, FLAGS | O_CREAT | O_EXCL, mode);
}

void file_close(int fd)
{
    arch_syscall1(__NR_close, fd);
}

long file_identify(int fd, struct file_identity *identity, uint64_t *size)
{
    kstat s;
    long r = arch_syscall2(NR_FSTAT, fd, (long)&s);
    if (r < 0)
        return r;
    if ((s.st_mode & MODE_TYPE) != MODE_REGULAR)
        return -EINVAL;
    identity->device = s.st_dev;
    identity->inode = s.st_ino;
    *size = (uint64_t)s.st_size;
    return 0;
}

long file_write_whole(int fd, const void *data, size_t size)
{
    long r;
    do
        r = sys_write(fd, data, size);
    while (r == -EINTR);
    if (r >= 0 && (size_t)r < size)
        return -ENOSPC;
    return r;
}

long file_link(const char *from, const char *to)
{
    return arch_syscall5(__NR_linkat, AT_FDCWD, (long)from, AT_FDCWD, (long)to, 0);
}

long file_unlink(const char *path)
{
    return arch_syscall3(__NR_unlinkat, AT_FDCWD, (long)path, 0);
}

long file_map(int fd, size_t size, void **p)
{
    long r = sys_mmap(size, PROT_READ | PROT_WRITE, MAP_SHARED, fd);
    if (sys_is_error(r))
        return r;
    *p = (void *)r;
    return 0;
}
