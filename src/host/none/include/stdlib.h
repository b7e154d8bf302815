/* SPDX-License-Identifier: MIT */
/* <stdlib.h> with no libc: the ways to end the process. There is no malloc. */
#ifndef _STDLIB_H
#define _STDLIB_H 1
#pragma GCC system_header

#include <stddef.h>

#define EXIT_SUCCESS 0
#define EXIT_FAILURE 1

#ifdef __cplusplus
extern "C" {
#endif

/* Runs the functions of atexit, last registered first, and the program's destructors, then ends
 * the process with this status. POSIX.1-2024 exit; man exit(3) */
extern void exit(int __status) __attribute__((__noreturn__));

/* Ends the process at once. POSIX.1-2024 _Exit; man _exit(2) */
extern void _Exit(int __status) __attribute__((__noreturn__, __nothrow__));

/* Ends the process by SIGABRT. POSIX.1-2024 abort; man abort(3) */
extern void abort(void) __attribute__((__noreturn__, __nothrow__));

/* Has exit call the function. 0, or not 0 if there is no room.
 * POSIX.1-2024 atexit; man atexit(3) */
extern int atexit(void (*__function)(void)) __attribute__((__nothrow__));

#ifdef __cplusplus
}
#endif

#endif
