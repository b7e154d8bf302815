/* SPDX-License-Identifier: MIT */
#include "rwlock.h"

/*
 * Nothing to give back. 0 also if it is locked, as in both libcs (POSIX: undefined): programs do
 * that with locks that threads took and never gave back.
 */
PTHIN_EXPORT int pthread_rwlock_destroy(pthread_rwlock_t *lock)
{
    /* acquire: pairs with the last unlock; whoever frees the memory comes after it */
    uint64_t s = atomic_load_explicit(rwlock_word(rwlock_of(lock)), memory_order_acquire);
    if (HOST_LIBC_SHARED && (s & RWLOCK_LIBC))
        return libc_shared.rwlock_destroy(lock);
    return 0;
}
PTHIN_ALIAS(pthread_rwlock_destroy, __pthread_rwlock_destroy);
