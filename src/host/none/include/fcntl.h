/* SPDX-License-Identifier: MIT */
/* <fcntl.h> with no libc: the flags and modes that sem_open takes, the same on all of pthin's
 * ports. */
#ifndef _FCNTL_H
#define _FCNTL_H 1
#pragma GCC system_header

#include <pthin/bits/types.h>

#define O_RDONLY 0
#define O_WRONLY 01
#define O_RDWR   02
#define O_CREAT  0100
#define O_EXCL   0200

#define S_IRWXU 0700
#define S_IRUSR 0400
#define S_IWUSR 0200
#define S_IXUSR 0100
#define S_IRWXG 0070
#define S_IRGRP 0040
#define S_IWGRP 0020
#define S_IXGRP 0010
#define S_IRWXO 0007
#define S_IROTH 0004
#define S_IWOTH 0002
#define S_IXOTH 0001

#endif
