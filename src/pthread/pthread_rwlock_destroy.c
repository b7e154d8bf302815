/* SPDX-License-Identifier: MIT */
#include <errno.h>

#include "rwlock.h"

PTHIN_EXPORT int pthread_rwlock_destroy(pthread_rwlock_t *lock)
{
    /* acquire: pairs with the last unlock; whoever frees the memory comes after it */
    uint64_t s = atomic_load_explicit(rwlock_state(rwlock_of(lock)), memory_order_acquire);
    /* Read locks are counted, not owned: those of threads that ended without unlocking, which
       programs do, are nobody's. */
    return s & RWLOCK_WRITTEN ? EBUSY : 0;
}
PTHIN_ALIAS(pthread_rwlock_destroy, __pthread_rwlock_destroy);
