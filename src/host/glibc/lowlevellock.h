/* SPDX-License-Identifier: MIT */
/*
 * glibc's low-level lock. The word: 0 free; 1 locked; 2 locked, and somebody may sleep: set by
 * whoever is about to sleep or comes from sleep, and its unlocker wakes one.
 */
#ifndef PTHIN_GLIBC_LOWLEVELLOCK_H
#define PTHIN_GLIBC_LOWLEVELLOCK_H

#include "core/futex.h"

static inline bool lll_trylock(_Atomic uint32_t *lock)
{
    uint32_t free = 0;
    /* acquire: pairs with lll_unlock */
    return atomic_compare_exchange_strong_explicit(lock, &free, 1, memory_order_acquire,
                                                   memory_order_relaxed);
}

static inline void lll_lock(_Atomic uint32_t *lock)
{
    if (lll_trylock(lock))
        return;
    /* acquire: pairs with lll_unlock */
    while (atomic_exchange_explicit(lock, 2, memory_order_acquire) != 0)
        futex_wait(lock, 2, FUTEX_THREADS, NULL, FUTEX_ANY_BIT);
}

static inline void lll_unlock(_Atomic uint32_t *lock)
{
    /* release: pairs with the next locker's acquire */
    if (atomic_exchange_explicit(lock, 0, memory_order_release) == 2)
        futex_wake(lock, 1, FUTEX_THREADS, FUTEX_ANY_BIT);
}

#endif
