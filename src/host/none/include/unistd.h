/* SPDX-License-Identifier: MIT */
/* <unistd.h> with no libc: ids, output, and the end of the process. */
#ifndef _UNISTD_H
#define _UNISTD_H 1
#pragma GCC system_header

#include <pthin/bits/types.h>

#define STDIN_FILENO  0
#define STDOUT_FILENO 1
#define STDERR_FILENO 2

#ifdef __cplusplus
extern "C" {
#endif

/* Ends the process at once. POSIX.1-2024 _exit; man _exit(2) */
extern void _exit(int __status) __attribute__((__noreturn__, __nothrow__));

/* Bytes written, at most size, or -1 with errno from the kernel.
 * POSIX.1-2024 write; man write(2) */
extern ssize_t write(int __fd, const void *__data, size_t __size);

/* The process's id. POSIX.1-2024 getpid; man getpid(2) */
extern pid_t getpid(void) __attribute__((__nothrow__));

/* The kernel's id of the calling thread. man gettid(2) */
extern pid_t gettid(void) __attribute__((__nothrow__));

#ifdef __cplusplus
}
#endif

#endif
