/* SPDX-License-Identifier: MIT */
/* The limits of pthin's threads with no libc, for <limits.h> and <pthread.h>. */
#ifndef _PTHIN_BITS_LIMITS_H
#define _PTHIN_BITS_LIMITS_H 1
#pragma GCC system_header

#define PTHREAD_DESTRUCTOR_ITERATIONS 4
#define PTHREAD_KEYS_MAX              1024
#define PTHREAD_STACK_MIN             16384
#define SEM_VALUE_MAX                 0x7fffffff

#endif
