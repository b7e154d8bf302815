/* SPDX-License-Identifier: MIT */
/* What is inside a pthread_mutexattr_t: the kind of the mutexes it makes (mutex.h). */
#ifndef PTHIN_PTHREAD_MUTEXATTR_H
#define PTHIN_PTHREAD_MUTEXATTR_H

#include <pthread.h>
#include <stdint.h>

_Static_assert(sizeof(pthread_mutexattr_t) >= sizeof(int), "fits the public type");

static inline int *mutexattr_of(const pthread_mutexattr_t *a)
{
    return (int *)(uintptr_t)a;
}

/* A ceiling is one of the priorities of SCHED_FIFO. */
#define CEILING_LEAST 1
#define CEILING_MOST  99

#endif
