/* SPDX-License-Identifier: MIT */
/* What semaphore.h needs where there is no libc. */
#ifndef _PTHIN_BITS_SEMAPHORE_H
#define _PTHIN_BITS_SEMAPHORE_H 1
#pragma GCC system_header

#ifndef _SEMAPHORE_H
#    error "include <semaphore.h> instead"
#endif

/* O_CREAT and O_EXCL */
#include <fcntl.h>

#include <pthin/bits/declare.h>
#include <pthin/bits/limits.h>
#include <pthin/bits/types.h>

typedef union {
    int __word[4 * sizeof(long) / sizeof(int)];
    long __align;
} sem_t;

#define SEM_FAILED ((sem_t *)0)

#endif
