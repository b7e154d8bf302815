/* SPDX-License-Identifier: MIT */
#include "rwlock.h"

PTHIN_EXPORT int pthread_rwlock_init(pthread_rwlock_t *restrict lock,
                                     const pthread_rwlockattr_t *restrict attr)
{
    struct rwlock *l = rwlock_of(lock);
    __builtin_memset(lock, 0, sizeof *lock);
    if (attr) {
        const struct rwlockattr *a = rwlockattr_of(attr);
        l->kind = a->kind == RWLOCKATTR_READERS ? RWLOCK_KIND_READERS : a->kind;
        l->shared = (uint32_t)a->shared;
        if (HOST_LIBC_SHARED && a->shared)
            return libc_shared.rwlock_init(lock, a->kind == RWLOCKATTR_READERS
                                                     ? PTHREAD_RWLOCK_PREFER_READER_NP
                                                     : (int)a->kind);
    }
    return 0;
}
PTHIN_ALIAS(pthread_rwlock_init, __pthread_rwlock_init);
