/* SPDX-License-Identifier: MIT */
/* What is inside a pthread_rwlockattr_t. */
#ifndef PTHIN_PTHREAD_RWLOCKATTR_H
#define PTHIN_PTHREAD_RWLOCKATTR_H

#include <pthread.h>

#include "core/base.h"

/*
 * The default and PTHREAD_RWLOCK_PREFER_READER_NP are the same number, 0. pthread_rwlock_init has
 * to tell them apart, because by default writers are preferred for a while (rwlock.h). So the
 * attribute object has a number of its own for readers.
 */
#define RWLOCKATTR_READERS 0x100u /* PTHREAD_RWLOCK_PREFER_READER_NP, explicitly set */

struct rwlockattr {
    uint32_t kind; /* PTHREAD_RWLOCK_PREFER_..., or RWLOCKATTR_READERS */
    int shared;
};
_Static_assert(sizeof(struct rwlockattr) <= sizeof(pthread_rwlockattr_t), "fits the public type");
_Static_assert(_Alignof(struct rwlockattr) <= _Alignof(pthread_rwlockattr_t), "aligned as that");

static inline struct rwlockattr *rwlockattr_of(const pthread_rwlockattr_t *a)
{
    return (struct rwlockattr *)(uintptr_t)a;
}

#endif
