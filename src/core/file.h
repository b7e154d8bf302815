/* SPDX-License-Identifier: MIT */
/*
 * Files, as named semaphores need them. As with the other system calls, the kernel's value or
 * -errno is returned. Nothing here is a cancellation point.
 */
#ifndef PTHIN_CORE_FILE_H
#define PTHIN_CORE_FILE_H

#include "base.h"

/* What tells one file from another, whatever their names. */
struct file_identity {
    uint64_t device, inode;
};

/* Opens for reading and writing, to be closed at exec. If path is a symbolic link, it is
   refused. */
long file_open(const char *path);
/* The same for a file that must not exist, with these permissions (less the umask). */
long file_create(const char *path, unsigned mode);
void file_close(int fd);

/* Size in bytes. -EINVAL: not a regular file. */
long file_identify(int fd, struct file_identity *identity, uint64_t *size);

/* -ENOSPC also if only a part of it could be written. */
long file_write_whole(int fd, const void *data, size_t size);

long file_link(const char *from, const char *to);
long file_unlink(const char *path);

/* Maps the beginning of the file, shared with all who do. The address is in *p. */
long file_map(int fd, size_t size, void **p);

#endif
