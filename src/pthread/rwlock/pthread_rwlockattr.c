/* SPDX-License-Identifier: MIT */
#include <errno.h>

#include "pthread/attr/attr_bit.h"
#include "rwlock.h"

PTHIN_EXPORT int pthread_rwlockattr_init(pthread_rwlockattr_t *attr)
{
    *rwlockattr_of(attr) = (struct rwlockattr){0};
    return 0;
}

PTHIN_EXPORT int pthread_rwlockattr_destroy(pthread_rwlockattr_t *attr)
{
    (void)attr;
    return 0;
}

PTHIN_EXPORT int pthread_rwlockattr_getpshared(const pthread_rwlockattr_t *restrict attr,
                                               int *restrict shared)
{
    return attr_bit_get(rwlockattr_of(attr)->shared, 1, shared);
}

PTHIN_EXPORT int pthread_rwlockattr_setpshared(pthread_rwlockattr_t *attr, int shared)
{
    return attr_bit_set(&rwlockattr_of(attr)->shared, 1, shared);
}

PTHIN_EXPORT int pthread_rwlockattr_getkind_np(const pthread_rwlockattr_t *restrict attr,
                                               int *restrict kind)
{
    uint32_t k = rwlockattr_of(attr)->kind;
    *kind = k == RWLOCKATTR_READERS ? PTHREAD_RWLOCK_PREFER_READER_NP : (int)k;
    return 0;
}

PTHIN_EXPORT int pthread_rwlockattr_setkind_np(pthread_rwlockattr_t *attr, int kind)
{
    if (kind < PTHREAD_RWLOCK_PREFER_READER_NP ||
        kind > PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP)
        return EINVAL;
    rwlockattr_of(attr)->kind =
        kind == PTHREAD_RWLOCK_PREFER_READER_NP ? RWLOCKATTR_READERS : (uint32_t)kind;
    return 0;
}
