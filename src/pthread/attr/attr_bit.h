/* SPDX-License-Identifier: MIT */
/* Attributes that have two values, 0 and 1: each is a bit in a word of its object. */
#ifndef PTHIN_PTHREAD_ATTR_BIT_H
#define PTHIN_PTHREAD_ATTR_BIT_H

#include <errno.h>
#include <pthread.h>
#include <time.h>

_Static_assert(PTHREAD_PROCESS_PRIVATE == 0 && PTHREAD_PROCESS_SHARED == 1 &&
                   PTHREAD_MUTEX_STALLED == 0 && PTHREAD_MUTEX_ROBUST == 1 &&
                   PTHREAD_CREATE_JOINABLE == 0 && PTHREAD_CREATE_DETACHED == 1 &&
                   PTHREAD_INHERIT_SCHED == 0 && PTHREAD_EXPLICIT_SCHED == 1 &&
                   CLOCK_REALTIME == 0 && CLOCK_MONOTONIC == 1,
               "the two values");

/* 0 or EINVAL. */
static inline int attr_bit_set(int *word, int bit, int value)
{
    if (value != 0 && value != 1)
        return EINVAL;
    *word = (*word & ~bit) | value * bit;
    return 0;
}

/* Returns 0, so that the public function can end with it. */
static inline int attr_bit_get(int word, int bit, int *value)
{
    *value = (word & bit) != 0;
    return 0;
}

#endif
