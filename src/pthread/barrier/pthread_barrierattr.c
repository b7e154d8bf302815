/* SPDX-License-Identifier: MIT */
/* A pthread_barrierattr_t is one int, PTHREAD_PROCESS_PRIVATE or PTHREAD_PROCESS_SHARED. */
#include <pthread.h>

#include "core/base.h"
#include "pthread/attr/attr_bit.h"

_Static_assert(sizeof(pthread_barrierattr_t) >= sizeof(int), "an int fits");

PTHIN_EXPORT int pthread_barrierattr_init(pthread_barrierattr_t *attr)
{
    *(int *)attr = PTHREAD_PROCESS_PRIVATE;
    return 0;
}

PTHIN_EXPORT int pthread_barrierattr_destroy(pthread_barrierattr_t *attr)
{
    (void)attr;
    return 0;
}

PTHIN_EXPORT int pthread_barrierattr_getpshared(const pthread_barrierattr_t *restrict attr,
                                                int *restrict shared)
{
    return attr_bit_get(*(const int *)attr, 1, shared);
}

PTHIN_EXPORT int pthread_barrierattr_setpshared(pthread_barrierattr_t *attr, int shared)
{
    return attr_bit_set((int *)attr, 1, shared);
}
