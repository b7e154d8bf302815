/* SPDX-License-Identifier: MIT */
#include "cond.h"
#include "pthread/attr/attr_bit.h"

PTHIN_EXPORT int pthread_condattr_init(pthread_condattr_t *attr)
{
    __builtin_memset(attr, 0, sizeof *attr);
    return 0;
}

PTHIN_EXPORT int pthread_condattr_destroy(pthread_condattr_t *attr)
{
    (void)attr;
    return 0;
}

PTHIN_EXPORT int pthread_condattr_setclock(pthread_condattr_t *attr, clockid_t clock)
{
    return attr_bit_set(condattr_of(attr), COND_MONOTONIC, clock);
}

PTHIN_EXPORT int pthread_condattr_getclock(const pthread_condattr_t *restrict attr,
                                           clockid_t *restrict clock)
{
    return attr_bit_get(*condattr_of(attr), COND_MONOTONIC, clock);
}

PTHIN_EXPORT int pthread_condattr_setpshared(pthread_condattr_t *attr, int shared)
{
    return attr_bit_set(condattr_of(attr), COND_SHARED, shared);
}

PTHIN_EXPORT int pthread_condattr_getpshared(const pthread_condattr_t *restrict attr,
                                             int *restrict shared)
{
    return attr_bit_get(*condattr_of(attr), COND_SHARED, shared);
}
