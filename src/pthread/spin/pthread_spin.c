/* SPDX-License-Identifier: MIT */
/* Spin locks. Between processes they are no different. */
#include <errno.h>
#include <pthread.h>

#include "core/cpus.h"
#include "core/engine.h"
#include "core/sched.h"

/* The word of a pthread_spinlock_t: 0, free; 1, held. Set by an exchange or compare-exchange,
   cleared by the owner's store, after which it touches the lock no more. */

/* Turns before the CPU is offered to others, which on a single one must run for the lock to
   become free. */
#define SPIN_TURNS 256
/* And between two looks, at most: each look takes the cache line from those who come and go, so it
   comes after twice as long as the one before. */
#define STEP_MOST 8

_Static_assert(sizeof(pthread_spinlock_t) == sizeof(uint32_t), "one word");

static _Atomic uint32_t *word_of(pthread_spinlock_t *lock)
{
    return (_Atomic uint32_t *)(uintptr_t)lock;
}

/* acquire, here and in trylock: pairs with unlock's release */
static inline bool take(_Atomic uint32_t *word)
{
    return atomic_exchange_explicit(word, 1, memory_order_acquire) == 0;
}

static SLOW int pthread_spin_lock_slow(_Atomic uint32_t *word)
{
    unsigned step = 1, turns = 0;
    do {
        do {
            for (unsigned i = 0; i < step; i++)
                cpu_relax();
            turns += step;
            if (turns >= SPIN_TURNS && !spin_pays()) {
                sys_sched_yield();
                turns = 0;
            }
            if (step < STEP_MOST)
                step *= 2;
        } while (atomic_load_explicit(word, memory_order_relaxed));
    } while (!take(word));
    return 0;
}

PTHIN_EXPORT int pthread_spin_init(pthread_spinlock_t *lock, int shared)
{
    if (shared != PTHREAD_PROCESS_PRIVATE && shared != PTHREAD_PROCESS_SHARED)
        return EINVAL;
    atomic_init(word_of(lock), 0);
    return 0;
}

PTHIN_EXPORT int pthread_spin_destroy(pthread_spinlock_t *lock)
{
    /* acquire: pairs with the last unlock; whoever frees the memory comes after it */
    return atomic_load_explicit(word_of(lock), memory_order_acquire) ? EBUSY : 0;
}

PTHIN_EXPORT int pthread_spin_lock(pthread_spinlock_t *lock)
{
    _Atomic uint32_t *word = word_of(lock);
    return likely(take(word)) ? 0 : pthread_spin_lock_slow(word);
}

PTHIN_EXPORT int pthread_spin_trylock(pthread_spinlock_t *lock)
{
    uint32_t seen = 0;
    return atomic_compare_exchange_strong_explicit(word_of(lock), &seen, 1, memory_order_acquire,
                                                   memory_order_relaxed)
               ? 0
               : EBUSY;
}

PTHIN_EXPORT int pthread_spin_unlock(pthread_spinlock_t *lock)
{
    /* release: pairs with the next owner's acquire. A plain store does: nobody but the owner
       changes the word of a lock that is held. */
    atomic_store_explicit(word_of(lock), 0, memory_order_release);
    return 0;
}
