/* SPDX-License-Identifier: MIT */
/* What is inside a pthread_barrier_t. */
#ifndef PTHIN_PTHREAD_BARRIER_H
#define PTHIN_PTHREAD_BARRIER_H

#include <pthread.h>

#include "core/engine.h"
#include "core/futex.h"
#include "core/spin.h"
#include "core/word64.h"
#include "host/libc_shared.h"

/*
 * barrier.word, 64 bits that change together:
 *   bit 0       SLEEPERS: a thread of this round sleeps or is about to, on the lower half. Set by
 *               such a thread; cleared with the end of the round.
 *   bits 1-31   ROUND: counts rounds, modulo 2^31. Counted up by the thread that arrives last, in
 *               the same step in which it sets ARRIVED to 0.
 *   bits 32-55  ARRIVED: threads that wait in this round; each new one adds itself. Enough for
 *               every thread that Linux can have (2^22).
 *   bits 56-63  FORK: while ARRIVED is not 0, the number of forks after which they arrived, modulo
 *               2^8; otherwise 0, as it is between processes. In the child of a fork those that
 *               waited in the parent do not exist: whoever finds another number sets ARRIVED to 0.
 *
 * barrier.count, never changed:
 *   bits 0-30   how many threads make a round
 *   bit 31      BARRIER_SHARED: between processes
 *
 * barrier.left, by which destroy sees when the last thread has left:
 *   bit 0       BARRIER_DESTROYER: a thread sleeps on this word until the others have left. Set by
 *               pthread_barrier_destroy, never cleared.
 *   bits 1-8    FORK: the number of forks, as above, after which the last round ended; 0 at first.
 *   bits 9-31   LEFT: threads that have left the barrier, modulo 2^23. Each adds itself with its last
 *               access. Only the thread that ends a round does not, because ending it is its last
 *               access. So all have left when LEFT is ROUND * (count - 1), modulo 2^23. A thread
 *               whose process is killed while it waits, or on its way out, is missing.
 *
 *   In the child of a fork those that were on their way out in the parent do not exist. So the thread
 *   that ends a round first sees whether FORK is the number of its own process. If not, it sets FORK,
 *   and LEFT to what it is when all have left.
 */
#define BARRIER_SLEEPERS  1u
#define BARRIER_ROUND     2u
#define BARRIER_ARRIVED   ((uint64_t)1 << 32)
#define BARRIER_WAITING   ((uint64_t)0xffffff << 32)
#define BARRIER_FORK      56
#define BARRIER_COUNT     0x7fffffffu
#define BARRIER_SHARED    0x80000000u
#define BARRIER_DESTROYER 1u
#define BARRIER_LEFT_FORK 1
#define BARRIER_LEFT      ((uint32_t)1 << 9)

struct barrier {
#if __SIZEOF_POINTER__ == 8
    _Atomic uint64_t word;
#else
    uint32_t room[3]; /* two of them are the 64 bits, which begin at the first address that is a
                         multiple of 8; the third is spins */
#endif
    uint32_t count;
#if __SIZEOF_POINTER__ == 8
    uint32_t libc; /* not 0: the barrier is the libc's, which has its mark of barriers between
                      processes here (HOST_LIBC_SHARED) */
#endif
    _Atomic uint32_t left;
#if __SIZEOF_POINTER__ == 8
    struct spin_history spins;
#endif
};
#if HOST_LIBC_SHARED
_Static_assert(offsetof(struct barrier, libc) == 12, "where the libc has the mark");
#endif
_Static_assert(sizeof(struct barrier) <= sizeof(pthread_barrier_t), "fits the public type");
_Static_assert(_Alignof(struct barrier) <= _Alignof(pthread_barrier_t), "aligned as that");
_Static_assert(sizeof(struct spin_history) <= sizeof(uint32_t), "fits the word that is left");

static inline struct barrier *barrier_of(const pthread_barrier_t *b)
{
    return (struct barrier *)(uintptr_t)b;
}

static inline _Atomic uint64_t *barrier_word(struct barrier *b)
{
#if __SIZEOF_POINTER__ == 8
    return &b->word;
#else
    return (_Atomic uint64_t *)word64_align(b->room);
#endif
}

/* Whether it is the libc's; set before the barrier was shared. */
static inline bool barrier_is_libc(const struct barrier *b)
{
#if HOST_LIBC_SHARED
    return unlikely(b->libc);
#else
    (void)b;
    return false;
#endif
}

static inline void barrier_set_own(struct barrier *b)
{
#if __SIZEOF_POINTER__ == 8
    b->libc = 0;
#else
    (void)b;
#endif
}

/* For waits that spin first. */
static inline struct spin_history *barrier_spins(struct barrier *b)
{
#if __SIZEOF_POINTER__ == 8
    return &b->spins;
#else
    return (struct spin_history *)&b->room[(uintptr_t)b->room % 8 ? 0 : 2];
#endif
}

/* What FORK is while threads of this process wait. */
static inline uint8_t barrier_forks(uint32_t count)
{
    /* relaxed: changes only when there is no other thread */
    return count & BARRIER_SHARED
               ? 0
               : (uint8_t)atomic_load_explicit(&fork_generation, memory_order_relaxed);
}

/* The word s, without threads that waited in a process that this one was forked from. */
static inline uint64_t barrier_here(uint64_t s, uint8_t forks)
{
    if (unlikely((s & BARRIER_WAITING) && s >> BARRIER_FORK != forks))
        return (uint32_t)s;
    return s;
}

/* barrier.left, without BARRIER_DESTROYER, when all have left, the word being s. */
static inline uint32_t barrier_all_left(uint64_t s, uint32_t n, uint8_t forks)
{
    return (uint32_t)s / BARRIER_ROUND * (n - 1) * BARRIER_LEFT | (uint32_t)forks
                                                                      << BARRIER_LEFT_FORK;
}

/* Whether a round has ended in this process, or, between processes, in any. */
static inline bool barrier_left_here(uint32_t left, uint8_t forks)
{
    return (uint8_t)(left >> BARRIER_LEFT_FORK) == forks;
}

static inline enum futex_scope barrier_scope(uint32_t count)
{
    return count & BARRIER_SHARED ? FUTEX_PROCESSES : FUTEX_THREADS;
}

#endif
