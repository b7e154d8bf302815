/* SPDX-License-Identifier: MIT */
/* What is inside a pthread_rwlock_t, and who may have it when. */
#ifndef PTHIN_PTHREAD_RWLOCK_H
#define PTHIN_PTHREAD_RWLOCK_H

#include <pthread.h>
#include <time.h>

#include "core/futex.h"
#include "host/libc_shared.h"

/*
 * rwlock.state, 64 bits that change together. The lock is free if READERS is 0 and WRITTEN clear.
 *   bits 0-23   READERS: read locks that are held. Counted up while WRITTEN is clear, down by
 *               unlock. At READERS the lock is refused with EAGAIN.
 *   bit 24      READERS_SLEEP: readers sleep or are about to. Set by such a reader, and only while
 *               WRITTEN is set or WRITERS is not 0, so in the step that ends the last of the two
 *               it is cleared, and all sleeping readers are woken. May be cleared and they be
 *               woken at any other time: those that must go on waiting set it again.
 *   bit 25      WRITTEN: held by a writer. Set from free, cleared by unlock.
 *   bits 26-31  FORGOTTEN: counts, modulo 2^6, how often WRITERS was set to 0 for the sake of dead
 *               writers (below); 0 in a lock that is private to a process
 *   bit 32      LIBC: set for good in a lock that is the libc's (below); else 0
 *   bits 33-54  WRITERS: writers that wait. Each adds itself before it first sleeps, and takes
 *               itself off in the step that sets WRITTEN or when it gives up. Enough for every
 *               thread that Linux can have (2^22).
 *   bits 55-63  FORK: while WRITERS is not 0, the number of forks after which it was counted,
 *               modulo 2^9; otherwise 0. Threads that waited in the parent do not exist in a forked
 *               child and would be waited for in vain: whoever finds another number sets WRITERS
 *               to 0. Between processes: as FORGOTTEN, modulo 2^9.
 * The releasing step is the last access to the lock: the next owner may free its memory.
 *
 * Sleepers wait on the lower half: readers with RWLOCK_BIT_READER, writers with
 * RWLOCK_BIT_WRITER. Of every step that lets a sleeper in, the lower half looks different from
 * what it was when the sleeper decided to sleep: it ends WRITTEN or READERS, or clears
 * READERS_SLEEP. So none falls asleep on outdated news; and if meanwhile it became the same
 * again, then by a step after which the sleeper has to wait as before, and is waited for: writers
 * are still counted, and READERS_SLEEP is set.
 *
 * A lock that is free while WRITERS is not 0 is reserved: only writers, and readers that need not
 * wait for them, take it. Whoever is woken at a reserved lock takes it or wakes another.
 *
 * Between processes, one that is killed while it waits for writing stays counted, and would keep
 * readers out for ever. But the kernel has taken it out of the queue. So a reader that has waited
 * in vain, or tries a reserved lock, wakes a writer; and if there is none, and none came to the
 * lock for RWLOCK_TURN, those that are counted are dead, or slow: it sets WRITERS to 0, counts that
 * in FORGOTTEN and FORK, and wakes all. A slow one does not fall asleep, since the lower half has
 * changed, and finds another FORK than the one with which it was counted: it counts itself again. A
 * lock whose writers were once forgotten leaves the fast paths: its state is not 0 any more. And
 * where an unlock finds no writer to wake, it wakes readers.
 */
#define RWLOCK_READERS       ((uint64_t)0xffffff)
#define RWLOCK_READERS_SLEEP ((uint64_t)1 << 24)
#define RWLOCK_WRITTEN       ((uint64_t)1 << 25)
#define RWLOCK_LIBC          ((uint64_t)1 << 32)
#define RWLOCK_WRITER        ((uint64_t)1 << 33) /* one of WRITERS */
#define RWLOCK_WRITERS       ((uint64_t)0x3fffff << 33)
#define RWLOCK_FORK_SHIFT    55
#define RWLOCK_FORK          ((uint64_t)0x1ff << RWLOCK_FORK_SHIFT)
#define RWLOCK_FORGOTTEN     ((uint64_t)0x3f << 26)
#define RWLOCK_FORGET        ((uint64_t)1 << 26 | (uint64_t)1 << RWLOCK_FORK_SHIFT) /* one more */

#define RWLOCK_BIT_READER 1u
#define RWLOCK_BIT_WRITER 2u

/*
 * On hosts with HOST_LIBC_SHARED a lock between processes is the libc's own, and all is done by its
 * functions. The upper half of the state lies where it has the mark of such locks, 1: so the steps
 * that take a lock which is free fail with one, and need not look for it first.
 */

/*
 * rwlock.kind, set at initialisation: whether a reader waits for writers that wait.
 *   0, 1  (PTHREAD_RWLOCK_PREFER_READER_NP, which is also what a zeroed lock has, and
 *         _PREFER_WRITER_NP) For a while. A thread that holds read locks, of whatever lock, does
 *         not: else a recursive reader, or two threads that read two locks in opposite order,
 *         would wait for themselves as soon as a writer came. But also a thread that holds none may
 *         be one that a reader waits for, as its helper, in ways that we cannot see. Programs rely
 *         on readers being let in: in both libcs they are by default. So readers are kept out in
 *         turns only, by how long writers have been waiting since one last had the lock:
 *           for the first 2 ms;
 *           from the 16th on for 2, from the 32nd for 4, from the 64th for 8;
 *           from the 128th on for 16 in every 128.
 *         So a reader waits for writers at most 16 ms at a time, and whoever needs readers to go on
 *         loses an eighth of its time at most, and 2 ms in the beginning. And writers do not starve
 *         behind readers that follow each other closely if these read for up to 2 ms, and not for
 *         long if for up to 16: all that came before have left before the turn is over. Where it is
 *         the readers' turn, and the lock is free, because writers have been woken and are not
 *         there yet, a reader waits for 2 ms at most. One that has waited its time waits for no
 *         waiting writers any more; nor does a second one wait again for what the first has waited.
 *   2     (PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP) It always does.
 *   3     (PTHREAD_RWLOCK_PREFER_READER_NP, explicitly set) It never does.
 * In kinds 0 to 2 a reader whose real-time priority is higher than that of every waiting writer
 * does not wait for them; in all of them one that has such a priority, and not a higher one, does.
 */
#define RWLOCK_KIND_STRICT  2
#define RWLOCK_KIND_READERS 3

/* The turns, in ticks of 2^17 ns, 0.13 ms. A turn of writers and the readers' behind it take 2^n
   together, of which an eighth is the writers'. */
#define RWLOCK_TICK_SHIFT   17
#define RWLOCK_PART         8
#define RWLOCK_SHORTEST     128  /* 16.8 ms */
#define RWLOCK_LONGEST      1024 /* 134 ms */
#define RWLOCK_TURN         (RWLOCK_SHORTEST / RWLOCK_PART)
#define RWLOCK_LONGEST_TURN (RWLOCK_LONGEST / RWLOCK_PART)

struct rwlock {
#if __SIZEOF_POINTER__ != 8
    uint32_t room[3]; /* the 64 bits lie at the first address that is a multiple of 8, rwlock_since
                         in the word that is left */
#endif
    _Atomic uint32_t owner; /* writer's tid or 0; racy to read except for one's own */
    /* At least the highest sched_rank of those that wait; 0 when nobody has one. Too high is
       allowed: it costs wakes, and until the next writer leaves readers wait behind it. When a
       writer of that rank gets the lock, the others announce theirs again: an unlock that comes
       before they have is by what it finds. */
    _Atomic uint32_t writer_rank, reader_rank;
#if __SIZEOF_POINTER__ == 8
    /* When the turns began, in ticks modulo 2^32: when a writer came to a lock for which none
       waited, or got it while others went on waiting. A hint: what is outdated costs a turn. */
    _Atomic uint32_t since;
    uint32_t unused[2];
    _Atomic uint64_t whole;
    uint32_t unused_too[4];
#endif
    uint32_t kind;
    uint32_t shared; /* 1: PTHREAD_PROCESS_SHARED */
};
_Static_assert(sizeof(struct rwlock) <= sizeof(pthread_rwlock_t), "fits the public type");
_Static_assert(_Alignof(struct rwlock) <= _Alignof(pthread_rwlock_t), "aligned as the public type");
_Static_assert(offsetof(struct rwlock, kind) == (sizeof(void *) == 8 ? 48 : 24),
               "where static initialisers put the kind");
#if HOST_LIBC_SHARED
_Static_assert(offsetof(struct rwlock, whole) == 24, "its upper half is the libc's mark");
#endif

/* What a thread knows of its read locks, of whatever lock. */
extern PTHIN_HIDDEN _Thread_local struct rwlock_reads {
    uint32_t held; /* it holds so many */
    /* The state that rdlock expects to find, with no writers in it: less than RWLOCK_READERS; and
       how many times it will look first. To look costs more than to guess right: the atomic
       operation has to wait for it. */
    uint32_t guess, unsure;
} rwlock_reads;

static inline struct rwlock *rwlock_of(const pthread_rwlock_t *l)
{
    return (struct rwlock *)(uintptr_t)l;
}

static inline _Atomic uint64_t *rwlock_state(struct rwlock *l)
{
#if __SIZEOF_POINTER__ == 8
    return &l->whole;
#else
    return (_Atomic uint64_t *)(((uintptr_t)l->room + 7) & ~(uintptr_t)7);
#endif
}

/* Whether it is the libc's; set before the lock was shared. */
#if HOST_LIBC_SHARED
static inline bool rwlock_is_libc(struct rwlock *l)
{
    return atomic_load_explicit(rwlock_state(l), memory_order_relaxed) & RWLOCK_LIBC;
}
#else
#    define rwlock_is_libc(l) false
#endif

static inline _Atomic uint32_t *rwlock_since(struct rwlock *l)
{
#if __SIZEOF_POINTER__ == 8
    return &l->since;
#else
    return (_Atomic uint32_t *)&l->room[(uintptr_t)l->room % 8 ? 0 : 2];
#endif
}

/* CLOCK_MONOTONIC in ticks. */
uint32_t rwlock_now(void);

/* Whether it is one between processes, of our own format. */
static inline bool rwlock_is_shared(const struct rwlock *l)
{
    return !HOST_LIBC_SHARED && l->shared;
}

static inline bool rwlock_is_free(uint64_t s)
{
    return !(s & (RWLOCK_READERS | RWLOCK_WRITTEN));
}

/* s with one writer less waiting. */
static inline uint64_t rwlock_less_writer(const struct rwlock *l, uint64_t s)
{
    s -= RWLOCK_WRITER;
    return (s & RWLOCK_WRITERS) || rwlock_is_shared(l) ? s : s & ~RWLOCK_FORK;
}

/* The caller holds it for writing. relaxed: only oneself writes one's own tid */
bool rwlock_is_mine(struct rwlock *l);

/* If s counts writers of a process that this one was forked from: takes them off, true; the
   state is to be read again. */
bool rwlock_heal(struct rwlock *l, uint64_t s);
/* s, in which FORK is what it has to be while this process's writers wait. */
uint64_t rwlock_with_fork(struct rwlock *l, uint64_t s);

/* For a reader that leaves the lock to the writers that s counts: wakes one of them. True: they are
   dead, and not counted any more; the state is to be read again. */
bool rwlock_left_to_dead(struct rwlock *l, uint64_t s);

/* Sleeps while the lower half is that of s; as futex_wait. */
long rwlock_sleep(struct rwlock *l, uint64_t s, const struct deadline *deadline, uint32_t bit);

/* Wakes up to count of those that sleep with bit; returns how many. Of writers the kernel picks
   those of the highest priority, of equals the first. The lock itself is not looked at: it may be
   gone. */
long rwlock_wake(struct rwlock *l, uint32_t bit, int count, enum futex_scope scope);

/* Spins while the state has any of busy, for as long as it may pay. */
void rwlock_spin(struct rwlock *l, uint64_t busy);

/* Makes *known at least rank. */
void rwlock_announce(_Atomic uint32_t *known, uint32_t rank);

static inline enum futex_scope rwlock_scope(struct rwlock *l)
{
    return l->shared ? FUTEX_PROCESSES : FUTEX_THREADS;
}

#endif
