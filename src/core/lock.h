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

#include "cpus.h"
#include "futex.h"

static inline bool lock_try(_Atomic uint32_t *lock)
{
    uint32_t free = 0;
    /* acquire: pairs with lock_release */
    return atomic_compare_exchange_strong_explicit(lock, &free, 1, memory_order_acquire,
                                                   memory_order_relaxed);
}

/* Turns before the first sleep: as a rule the holder is done before one could begin. */
#define LOCK_SPIN 50

static inline void lock_acquire(_Atomic uint32_t *lock)
{
    if (likely(lock_try(lock)))
        return;
    for (int i = 0; i < LOCK_SPIN && cpus_usable() > 1; i++) {
        cpu_relax();
        if (atomic_load_explicit(lock, memory_order_relaxed) == 0 && lock_try(lock))
            return;
    }
    /* acquire: pairs with lock_release */
    while (atomic_exchange_explicit(lock, 2, memory_order_acquire) != 0)
        futex_wait(lock, 2, FUTEX_THREADS, NULL, FUTEX_ANY_BIT);
}

static inline void lock_release(_Atomic uint32_t *lock)
{
    /* release: pairs with the next acquire */
    if (atomic_exchange_explicit(lock, 0, memory_order_release) == 2)
        futex_wake(lock, 1, FUTEX_THREADS, FUTEX_ANY_BIT);
}

#endif
