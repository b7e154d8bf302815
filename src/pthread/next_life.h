/* SPDX-License-Identifier: MIT */
/* For objects between processes, to whose words waiters may come back after they were released. */
#ifndef PTHIN_PTHREAD_NEXT_LIFE_H
#define PTHIN_PTHREAD_NEXT_LIFE_H

#include <time.h>

#include "core/syscalls.h"

/*
 * A number that is not likely to be the same, nor near, at two initialisations. An object that is
 * destroyed when all are released, and initialised again in the same memory, must not look to one
 * of them, who was slow, as it did before.
 */
static inline uint32_t next_life(void)
{
    struct ktime now;
    sys_clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint32_t)((uint64_t)now.sec * NSEC_PER_SEC + (uint64_t)now.nsec);
}

#endif
