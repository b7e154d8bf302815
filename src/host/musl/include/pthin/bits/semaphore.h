/* SPDX-License-Identifier: MIT */
/* What semaphore.h needs to know about musl. */
#ifndef _PTHIN_BITS_SEMAPHORE_H
#define _PTHIN_BITS_SEMAPHORE_H 1
#pragma GCC system_header

#ifndef _SEMAPHORE_H
#    error "include <semaphore.h> instead"
#endif

#include <features.h>

#define __NEED_time_t
#define __NEED_clockid_t
#define __NEED_struct_timespec
#include <bits/alltypes.h>
/* As musl's header does: programs for musl find O_CREAT there. */
#include <fcntl.h>

#include <pthin/bits/declare.h>

typedef struct {
    volatile int __val[4 * sizeof(long) / sizeof(int)];
} sem_t;

#define SEM_FAILED ((sem_t *)0)

#endif
