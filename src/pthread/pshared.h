/* SPDX-License-Identifier: MIT */
#ifndef PTHIN_PTHREAD_PSHARED_H
#define PTHIN_PTHREAD_PSHARED_H

#include <errno.h>
#include <pthread.h>

/* 0. EINVAL: not one of the two values that there are. */
static inline int pshared_check(int shared)
{
    return shared == PTHREAD_PROCESS_PRIVATE || shared == PTHREAD_PROCESS_SHARED ? 0 : EINVAL;
}

/* What the setpshared functions do; bit says so in an attribute object's word. */
static inline int pshared_set(int *word, int bit, int shared)
{
    int err = pshared_check(shared);
    if (!err)
        *word = (*word & ~bit) | (shared == PTHREAD_PROCESS_SHARED ? bit : 0);
    return err;
}

#endif
