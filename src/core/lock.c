/* SPDX-License-Identifier: MIT */
#include "lock.h"

#include "cpus.h"
#include "futex.h"

/* Turns before the first sleep: as a rule the holder is done before one could begin. */
#define LOCK_SPIN 50

void lock_acquire_slow(_Atomic uint32_t *lock)
{
    for (int i = 0; i < LOCK_SPIN && cpus_usable() > 1; i++) {
        cpu_relax();
        if (atomic_load_explicit(lock, memory_order_relaxed) == 0 && lock_try(lock))
            return;
    }
    /* acquire: pairs with lock_release */
    while (atomic_exchange_explicit(lock, 2, memory_order_acquire) != 0)
        futex_wait(lock, 2, FUTEX_THREADS, NULL, FUTEX_ANY_BIT);
}

void lock_wake(_Atomic uint32_t *lock)
{
    futex_wake(lock, 1, FUTEX_THREADS, FUTEX_ANY_BIT);
}
