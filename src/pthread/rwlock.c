/* SPDX-License-Identifier: MIT */
/* What readers and writers have in common. */
#include "rwlock.h"

#include "core/counted.h"
#include "core/cpus.h"
#include "core/engine.h"

#define SPIN_MOST 100 /* turns */
#define SPIN_LOOK 10  /* between two looks at the spin gate */

_Thread_local struct rwlock_reads rwlock_reads;

/* All ports are little-endian. Only the kernel looks at this half apart from the other. */
static const _Atomic uint32_t *futex(struct rwlock *l)
{
    return (const _Atomic uint32_t *)rwlock_state(l);
}

bool rwlock_is_mine(struct rwlock *l)
{
    return atomic_load_explicit(&l->owner, memory_order_relaxed) == host_self_tid();
}

uint64_t rwlock_fork_bits(struct rwlock *l)
{
    /* relaxed: changes only when there is no other thread */
    uint64_t generation = atomic_load_explicit(&fork_generation, memory_order_relaxed);
    return l->shared ? 0 : generation << RWLOCK_FORK_SHIFT;
}

bool rwlock_heal(struct rwlock *l, uint64_t s)
{
    if (!(s & RWLOCK_WRITERS) || (s & RWLOCK_FORK) == rwlock_fork_bits(l))
        return false;
    uint64_t healed = s & ~(RWLOCK_WRITERS | RWLOCK_FORK);
    if (!(s & RWLOCK_WRITTEN))
        healed &= ~RWLOCK_READERS_SLEEP;
    /* relaxed: takes nothing and gives nothing back */
    if (atomic_compare_exchange_strong_explicit(rwlock_state(l), &s, healed, memory_order_relaxed,
                                                memory_order_relaxed)) {
        atomic_store_explicit(&l->writer_rank, 0, memory_order_relaxed);
        rwlock_wake(l, RWLOCK_BIT_READER, FUTEX_EVERYONE, rwlock_scope(l));
    }
    return true;
}

long rwlock_sleep(struct rwlock *l, uint64_t s, const struct deadline *deadline, uint32_t bit)
{
    return counted_wait(futex(l), (uint32_t)s, rwlock_scope(l), deadline, bit);
}

long rwlock_wake(struct rwlock *l, uint32_t bit, int count, enum futex_scope scope)
{
    long woken = counted_wake(futex(l), count, scope, bit);
    return woken > 0 ? woken : 0;
}

void rwlock_spin(struct rwlock *l, uint64_t busy)
{
    for (int i = 0; i < SPIN_MOST && spin_pays(); i += SPIN_LOOK) {
        for (int k = 0; k < SPIN_LOOK; k++) {
            if (!(atomic_load_explicit(rwlock_state(l), memory_order_relaxed) & busy))
                return;
            cpu_relax();
        }
    }
}

void rwlock_announce(_Atomic uint32_t *known, uint32_t rank)
{
    uint32_t old = atomic_load_explicit(known, memory_order_seq_cst);
    /* seq_cst: see writer_left */
    while (old < rank && !atomic_compare_exchange_weak_explicit(
                             known, &old, rank, memory_order_seq_cst, memory_order_seq_cst))
        ;
}
