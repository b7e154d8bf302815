/* SPDX-License-Identifier: MIT */
/*
 * The engine's own lock, to be held for a few instructions at a time. Its word:
 *   0  free
 *   1  locked, nobody sleeps
 *   2  locked, and a thread may sleep on the word. Set by a thread that is about to sleep, and by
 *      one that was woken and takes the lock: others may still sleep. The unlocker wakes one.
 * glibc's low-level lock has the same protocol, and the glibc host takes glibc's locks by this
 * code.
 */
#ifndef PTHIN_CORE_LOCK_H
#define PTHIN_CORE_LOCK_H

#include "base.h"

static inline bool lock_try(_Atomic uint32_t *lock)
{
    uint32_t free = 0;
    /* acquire: pairs with lock_release */
    return atomic_compare_exchange_strong_explicit(lock, &free, 1, memory_order_acquire,
                                                   memory_order_relaxed);
}

/* The rest of lock_acquire, for a lock that was not free: spins for a short while, then sleeps. */
void lock_acquire_slow(_Atomic uint32_t *lock);

/* The rest of lock_release, where somebody may sleep. */
void lock_wake(_Atomic uint32_t *lock);

static inline void lock_acquire(_Atomic uint32_t *lock)
{
    if (unlikely(!lock_try(lock)))
        lock_acquire_slow(lock);
}

static inline void lock_release(_Atomic uint32_t *lock)
{
    /* release: pairs with the next acquire */
    if (unlikely(atomic_exchange_explicit(lock, 0, memory_order_release) == 2))
        lock_wake(lock);
}

#endif
