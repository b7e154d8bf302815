/* SPDX-License-Identifier: MIT */
/* The types of a program with no libc. The sizes of the thread types are those that both libcs
 * have in common on most ports, 64-bit and 32-bit; what is inside them is the library's affair. */
#ifndef _PTHIN_BITS_TYPES_H
#define _PTHIN_BITS_TYPES_H 1
#pragma GCC system_header

#include <stddef.h>

typedef __PTRDIFF_TYPE__ ssize_t;
typedef int pid_t;
typedef unsigned int uid_t;
typedef unsigned int gid_t;
typedef unsigned int mode_t;
typedef int clockid_t;
/* 64 bits wide on every port; off_t likewise. */
#if __SIZEOF_LONG__ == 8
typedef long time_t;
typedef long off_t;
#else
__extension__ typedef long long time_t;
__extension__ typedef long long off_t;
#endif

/* The kernel's 64-bit layout. Where long is shorter than its field the rest is padding, behind
 * the value as all ports are little-endian. */
struct timespec {
    time_t tv_sec;
    long tv_nsec;
#if __SIZEOF_LONG__ == 4
    int : 32;
#endif
};

/* As large as in the libcs. Signal n is bit n - 1, the kernel knows the first 64. */
typedef struct {
    unsigned long __bits[128 / sizeof(unsigned long)];
} sigset_t;

#if __SIZEOF_LONG__ == 8
#    define __PTHIN_WORDS(on64, on32) (on64)
#else
#    define __PTHIN_WORDS(on64, on32) (on32)
#endif

typedef unsigned long pthread_t;
typedef unsigned int pthread_key_t;
typedef int pthread_once_t;
typedef volatile int pthread_spinlock_t;

typedef union {
    int __word[__PTHIN_WORDS(14, 9)];
    long __align;
} pthread_attr_t;

/* A static initialiser puts the type into word 4, or 3 on 32 bits. */
typedef union {
    int __word[__PTHIN_WORDS(10, 6)];
    long __align;
} pthread_mutex_t;

typedef union {
    int __word[1];
} pthread_mutexattr_t;

typedef union {
    int __word[12];
    __extension__ long long __align __attribute__((__aligned__(8)));
} pthread_cond_t;

typedef union {
    int __word[1];
} pthread_condattr_t;

/* A static initialiser puts the kind into word 12, or 6 on 32 bits. */
typedef union {
    int __word[__PTHIN_WORDS(14, 8)];
    long __align;
} pthread_rwlock_t;

typedef union {
    int __word[2];
    long __align;
} pthread_rwlockattr_t;

typedef union {
    int __word[__PTHIN_WORDS(8, 5)];
    long __align;
} pthread_barrier_t;

typedef union {
    int __word[1];
} pthread_barrierattr_t;

#undef __PTHIN_WORDS

#endif
