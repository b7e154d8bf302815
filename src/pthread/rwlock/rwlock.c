/* SPDX-License-Identifier: MIT */
/* What readers and writers have in common. */
#include "rwlock.h"

#include "core/wait.h"
#include "core/engine.h"

/* In turns. To look takes the cache line from those who come and go, who get on best if they are
   let alone with it: so each look comes after twice as long as the one before. */
#define SPIN_FIRST 2
#define SPIN_MOST  254 /* 2 + 4 + ... + 128: with no more threads than CPUs */
#define SPIN_BUSY  126 /* with more */

_Thread_local struct rwlock_reads rwlock_reads;

bool rwlock_is_mine(struct rwlock *l)
{
    return atomic_load_explicit(&l->owner, memory_order_relaxed) == host_self_tid();
}

uint32_t rwlock_now(void)
{
    struct ktime now;
    sys_clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint32_t)(((uint64_t)now.sec * NSEC_PER_SEC + (uint64_t)now.nsec) >> RWLOCK_TICK_SHIFT);
}

uint64_t rwlock_with_fork(struct rwlock *l, uint64_t s)
{
    /* relaxed: changes only when there is no other thread */
    uint64_t generation = atomic_load_explicit(&fork_generation, memory_order_relaxed);
    return rwlock_is_shared(l) ? s : (s & ~RWLOCK_FORK) | generation << RWLOCK_FORK_SHIFT;
}

bool rwlock_heal(struct rwlock *l, uint64_t s)
{
    if (!(s & RWLOCK_WRITERS) || s == rwlock_with_fork(l, s))
        return false;
    uint64_t healed = s & ~(RWLOCK_WRITERS | RWLOCK_FORK);
    if (!(s & RWLOCK_WRITTEN))
        healed &= ~RWLOCK_READERS_SLEEP;
    /* relaxed: takes nothing and gives nothing back */
    if (atomic_compare_exchange_strong_explicit(rwlock_word(l), &s, healed, memory_order_relaxed,
                                                memory_order_relaxed)) {
        atomic_store_explicit(&l->writer_rank, 0, memory_order_relaxed);
        rwlock_wake(l, RWLOCK_BIT_READER, FUTEX_EVERYONE, rwlock_scope(l));
    }
    return true;
}

bool rwlock_left_to_dead(struct rwlock *l, uint64_t s)
{
    if (rwlock_wake(l, RWLOCK_BIT_WRITER, 1, rwlock_scope(l)) > 0 || !rwlock_is_shared(l))
        return false;
    uint32_t since = atomic_load_explicit(rwlock_since(l), memory_order_relaxed);
    if (rwlock_now() - since < RWLOCK_TURN)
        return false;
    uint64_t next = (s & ~(RWLOCK_FORGOTTEN | RWLOCK_FORK)) |
                    ((s + RWLOCK_FORGET) & (RWLOCK_FORGOTTEN | RWLOCK_FORK));
    next &= ~(RWLOCK_WRITERS | RWLOCK_READERS_SLEEP);
    /* relaxed: takes nothing and gives nothing back */
    if (atomic_compare_exchange_strong_explicit(rwlock_word(l), &s, next, memory_order_relaxed,
                                                memory_order_relaxed)) {
        atomic_store_explicit(&l->writer_rank, 0, memory_order_relaxed);
        /* Also a writer that fell asleep meanwhile: it is not counted. */
        rwlock_wake(l, RWLOCK_BIT_READER | RWLOCK_BIT_WRITER, FUTEX_EVERYONE, FUTEX_PROCESSES);
    }
    return true;
}

long rwlock_sleep(struct rwlock *l, uint64_t s, const struct deadline *deadline, uint32_t bit)
{
    struct wait wait = {word64_futex(rwlock_word(l)), rwlock_scope(l), bit, deadline};
    return wait_sleep_inline(&wait, (uint32_t)s);
}

long rwlock_wake(struct rwlock *l, uint32_t bit, int count, enum futex_scope scope)
{
    long woken = wait_wake_inline(word64_futex(rwlock_word(l)), count, scope, bit);
    return woken > 0 ? woken : 0;
}

void rwlock_spin(struct rwlock *l, uint64_t busy)
{
    /* Between processes there is nobody to tell whether spinning pays. */
    if (l->shared || cpus_usable() <= 1)
        return;
    for (int turns = 0, step = SPIN_FIRST; turns < SPIN_BUSY || (turns < SPIN_MOST && spin_pays());
         turns += step, step *= 2) {
        for (int i = 0; i < step; i++)
            cpu_relax();
        if (!(atomic_load_explicit(rwlock_word(l), memory_order_relaxed) & busy))
            return;
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
