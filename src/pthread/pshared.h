/* SPDX-License-Identifier: MIT */
#ifndef PTHIN_PTHREAD_PSHARED_H
#define PTHIN_PTHREAD_PSHARED_H

#include <pthread.h>
#include <stdbool.h>

/* One of the two values that the setpshared functions take. */
static inline bool pshared_valid(int shared)
{
    return shared == PTHREAD_PROCESS_PRIVATE || shared == PTHREAD_PROCESS_SHARED;
}

#endif
