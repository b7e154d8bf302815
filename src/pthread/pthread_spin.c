/* SPDX-License-Identifier: MIT */
/* Spin locks. */
#include <errno.h>
#include <pthread.h>

#include "core/cpus.h"
#include "core/sched.h"
#include "core/engine.h"

/*
 * The word of a pthread_spinlock_t:
 *   bits 0-30  the owner's tid, 0 if the lock is free. Set by a compare-exchange from 0,
 *              cleared by the owner's store, after which it touches the lock no more.
 *   SPIN_SHARED  between processes; set at initialisation and never changed. Tids may belong to
 *              another process's namespace then and say nothing about who owns the lock.
 */
#define SPIN_SHARED 0x80000000u

/* Looks before the CPU is offered to others, which on a single one must run for the lock to
   become free. */
#define SPIN_TURNS 256

_Static_assert(sizeof(pthread_spinlock_t) == sizeof(uint32_t), "one word");

static _Atomic uint32_t *word_of(pthread_spinlock_t *lock)
{
    return (_Atomic uint32_t *)(uintptr_t)lock;
}

static inline bool try(_Atomic uint32_t *word, uint32_t *seen, uint32_t tid)
{
    *seen = atomic_load_explicit(word, memory_order_relaxed);
    return !(*seen & ~SPIN_SHARED) &&
           /* acquire: pairs with unlock's release */
           atomic_compare_exchange_strong_explicit(word, seen, *seen | tid, memory_order_acquire,
                                                   memory_order_relaxed);
}

static __attribute__((noinline)) int lock_slow(_Atomic uint32_t *word, uint32_t tid)
{
    uint32_t seen;
    for (unsigned turns = 1; !try(word, &seen, tid); turns++) {
        if (seen == tid)
            return EDEADLK;
        if (turns % SPIN_TURNS == 0 && !spin_pays())
            sys_sched_yield();
        else
            cpu_relax();
    }
    return 0;
}

PTHIN_EXPORT int pthread_spin_init(pthread_spinlock_t *lock, int shared)
{
    if (shared != PTHREAD_PROCESS_PRIVATE && shared != PTHREAD_PROCESS_SHARED)
        return EINVAL;
    atomic_init(word_of(lock), shared ? SPIN_SHARED : 0);
    return 0;
}

PTHIN_EXPORT int pthread_spin_destroy(pthread_spinlock_t *lock)
{
    /* acquire: pairs with the last unlock; whoever frees the memory comes after it */
    uint32_t seen = atomic_load_explicit(word_of(lock), memory_order_acquire);
    return seen & ~SPIN_SHARED ? EBUSY : 0;
}

PTHIN_EXPORT int pthread_spin_lock(pthread_spinlock_t *lock)
{
    _Atomic uint32_t *word = word_of(lock);
    uint32_t seen, tid = host_self_tid();
    return likely(try(word, &seen, tid)) ? 0 : lock_slow(word, tid);
}

PTHIN_EXPORT int pthread_spin_trylock(pthread_spinlock_t *lock)
{
    uint32_t seen;
    return try(word_of(lock), &seen, host_self_tid()) ? 0 : EBUSY;
}

PTHIN_EXPORT int pthread_spin_unlock(pthread_spinlock_t *lock)
{
    _Atomic uint32_t *word = word_of(lock);
    uint32_t seen = atomic_load_explicit(word, memory_order_relaxed);
    /* release: pairs with the next owner's acquire. A plain store does: nobody but the owner
       changes the word of a lock that is held. */
    atomic_store_explicit(word, seen & SPIN_SHARED, memory_order_release);
    return 0;
}
