/* SPDX-License-Identifier: MIT */
/* What is inside a pthread_rwlock_t, and who may have it when. */
#ifndef PTHIN_PTHREAD_RWLOCK_H
#define PTHIN_PTHREAD_RWLOCK_H

#include <pthread.h>
#include <time.h>

#include "core/engine.h"
#include "core/word64.h"
#include "host/libc_shared.h"

/*
 * rwlock.word, 64 bits that change together. The lock is free if READERS is 0 and WRITTEN clear.
 *   bits 0-23   READERS: how many read locks are held. Goes up only while WRITTEN is clear, and
 *               down at unlock. When it is full, the lock is refused with EAGAIN.
 *   bit 24      READERS_SLEEP: readers sleep or are about to. Set by such a reader, and only while
 *               WRITTEN is set or WRITERS is not 0. The step that ends the last of the two clears
 *               it, and all sleeping readers are woken. It may be cleared at any other time, too,
 *               if the readers are woken: those that have to go on waiting set it again.
 *   bit 25      WRITTEN: held by a writer. Set when the lock is free, cleared by unlock.
 *   bits 26-31  FORGOTTEN: counts, modulo 2^6, how often WRITERS was set to 0 because of writers
 *               that were killed (below). 0 in a lock that is private to a process.
 *   bit 32      LIBC: set for good in a lock that is the libc's (below); else 0.
 *   bits 33-54  WRITERS: writers that wait. Each adds itself before it first sleeps, and takes
 *               itself off in the step that sets WRITTEN or when it gives up. Enough for every
 *               thread that Linux can have (2^22).
 *   bits 55-63  FORK: while WRITERS is not 0, the number of forks after which the writers were
 *               counted, modulo 2^9; otherwise 0. In the child of a fork the writers that waited in
 *               the parent do not exist: whoever finds another number sets WRITERS to 0. Between
 *               processes it counts the same as FORGOTTEN, modulo 2^9.
 * The releasing step is the last access to the lock: the next owner may free its memory.
 *
 * Sleepers wait on the lower half, readers with RWLOCK_BIT_READER, writers with RWLOCK_BIT_WRITER.
 * Each step that lets a sleeper in changes the lower half: it ends WRITTEN or READERS, or clears
 * READERS_SLEEP. So a thread that has decided to sleep before such a step does not fall asleep
 * after it, because the kernel compares. The lower half can become the same again in between. Then
 * the last step was one after which the thread has to wait as before, and its waker knows of it: a
 * writer is still counted, and for a reader READERS_SLEEP is set.
 *
 * A lock that is free while WRITERS is not 0 is reserved: it is taken only by writers and by
 * readers that need not wait for them. A thread that is woken at a reserved lock takes it or wakes
 * another.
 *
 * Between processes a writer may be killed while it waits. It stays counted and would keep readers
 * out for ever, but the kernel has taken it out of the queue. Therefore:
 *   - A reader that has waited in vain, or tries a reserved lock, wakes a writer. If none sleeps,
 *     and no writer has come to the lock for RWLOCK_TURN, those that are counted are dead, or slow.
 *     Then the reader sets WRITERS to 0, counts that in FORGOTTEN and FORK, and wakes all.
 *   - A writer that was only slow does not fall asleep, because the lower half has changed. It
 *     finds another FORK than the one with which it was counted, and counts itself again.
 *   - An unlock that finds no writer to wake wakes readers.
 * Once its writers have been forgotten, the word of a lock is never 0 again, and all that lock it
 * take the slow path.
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
 * On hosts with HOST_LIBC_SHARED a lock between processes is the libc's own, and the libc's
 * functions do everything with it. The upper half of the word lies where the libc has its mark of
 * such locks, which is 1. So the steps that take a free lock fail with such a lock, and the fast
 * paths need not look for the mark.
 */

/*
 * rwlock.kind, set at initialisation: whether a reader waits for writers that wait.
 *   0, 1  PTHREAD_RWLOCK_PREFER_READER_NP, which a zeroed lock has, too, and _PREFER_WRITER_NP: it
 *         waits for a while.
 *
 *         A thread that holds a read lock, of whatever lock, does not wait for writers. If it did,
 *         a recursive reader would wait for itself as soon as a writer came, and so would two
 *         threads that read two locks in opposite order.
 *
 *         A thread that holds no read lock may help one that does, in ways that we cannot see. In
 *         both libcs readers are let in by default, and programs rely on that. So such a thread is
 *         kept out in turns only. Which turn it is depends on how long writers have been waiting
 *         since a writer last had the lock. It is the writers'
 *           for the first 2 ms;
 *           from the 16th ms on for 2, from the 32nd for 4, from the 64th for 8;
 *           from the 128th on for 16 in every 128.
 *         So a reader waits for writers 16 ms at most. A program that needs its readers to go on
 *         loses 2 ms in the beginning and later an eighth of its time. And writers do not starve
 *         behind readers that follow each other closely. If each reads for up to 2 ms, all that
 *         have the lock leave it in the first turn; if for up to 16 ms, in a later one.
 *
 *         In the readers' turn the lock may be free, because writers have been woken and have not
 *         come yet. Then a reader waits for 2 ms at most. A reader that has waited its time does
 *         not wait for waiting writers again, and the next reader does not wait for the same time
 *         once more.
 *   2     PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP: it always waits.
 *   3     PTHREAD_RWLOCK_PREFER_READER_NP, explicitly set: it never waits.
 * In kinds 0 to 2 a reader with a real-time priority waits if one of the waiting writers has at
 * least that priority, and does not wait otherwise.
 */
#define RWLOCK_KIND_STRICT  2
#define RWLOCK_KIND_READERS 3

/* The turns, in ticks of 2^17 ns, 0.13 ms. A turn of the writers and the readers' turn behind it
   are 2^n ticks together, of which an eighth is the writers'. */
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
    _Atomic uint32_t owner; /* the tid of the writer that has the lock, or 0. Others may change it
                               at any time, but a thread finds its own tid only if it wrote that */
    /* At least the highest sched_rank of the writers, and of the readers, that wait; 0 if none has
       a rank. It may be too high: then some are woken for nothing, and readers wait behind a rank
       that no writer has until the next writer leaves. When a writer of that rank gets the lock, it
       sets writer_rank to 0 and those that still wait announce theirs again. An unlock that comes
       before they have done so goes by what it finds. */
    _Atomic uint32_t writer_rank, reader_rank;
#if __SIZEOF_POINTER__ == 8
    /* When the turns began, in ticks modulo 2^32: when a writer came to a lock for which no writer
       waited, or got it while others went on waiting. A hint: if it is outdated, a turn is longer
       or shorter. */
    _Atomic uint32_t since;
    uint32_t unused[2];
    _Atomic uint64_t word;
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
_Static_assert(offsetof(struct rwlock, word) == 24, "its upper half is the libc's mark");
#endif

/* What a thread knows of its read locks. */
extern PTHIN_HIDDEN _Thread_local struct rwlock_reads {
    uint32_t held; /* how many it holds, of all locks */
    /* rdlock takes a lock by a compare-exchange. guess: the word that it expects, a number of
       readers. unsure: how many times more it reads the word first, instead of guessing. Reading
       takes longer than a right guess, because the atomic operation has to wait for what is
       read. */
    uint32_t guess, unsure;
} rwlock_reads;

static inline struct rwlock *rwlock_of(const pthread_rwlock_t *l)
{
    return (struct rwlock *)(uintptr_t)l;
}

static inline _Atomic uint64_t *rwlock_word(struct rwlock *l)
{
#if __SIZEOF_POINTER__ == 8
    return &l->word;
#else
    return (_Atomic uint64_t *)word64_align(l->room);
#endif
}

/* Whether it is the libc's; set before the lock was shared. */
#if HOST_LIBC_SHARED
static inline bool rwlock_is_libc(struct rwlock *l)
{
    return atomic_load_explicit(rwlock_word(l), memory_order_relaxed) & RWLOCK_LIBC;
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

/* The caller has it for writing; and whether it does. relaxed: only oneself writes one's own tid */
static inline void rwlock_set_owner(struct rwlock *l)
{
    atomic_store_explicit(&l->owner, host_self_tid(), memory_order_relaxed);
}
bool rwlock_is_mine(struct rwlock *l);

/* The rest of the public functions, where the lock cannot be had in one step (rwlock_read.c,
   rwlock_write.c). until NULL: for ever. */
SLOW int pthread_rwlock_rdlock_slow(pthread_rwlock_t *lock, clockid_t clock,
                                    const struct timespec *until);
SLOW int pthread_rwlock_tryrdlock_slow(pthread_rwlock_t *lock);
SLOW int pthread_rwlock_wrlock_slow(pthread_rwlock_t *lock, clockid_t clock,
                                    const struct timespec *until);
SLOW int pthread_rwlock_trywrlock_slow(pthread_rwlock_t *lock);

/* If s counts writers of a process that this one was forked from: takes them off, true; the
   word is to be read again. */
bool rwlock_heal(struct rwlock *l, uint64_t s);
/* s, in which FORK is what it has to be while this process's writers wait. */
uint64_t rwlock_with_fork(struct rwlock *l, uint64_t s);

/* For a reader that leaves the lock to the writers that s counts: wakes one of them. True: they are
   dead, and not counted any more; the word is to be read again. */
bool rwlock_left_to_dead(struct rwlock *l, uint64_t s);

/* Sleeps while the lower half is that of s; as futex_wait. */
long rwlock_sleep(struct rwlock *l, uint64_t s, const struct deadline *deadline, uint32_t bit);

/* Wakes up to count of those that sleep with bit; returns how many. Of writers the kernel picks
   those of the highest priority, of equals the first. The lock itself is not looked at: it may be
   gone. */
long rwlock_wake(struct rwlock *l, uint32_t bit, int count, enum futex_scope scope);

/* Spins while the word has any of busy, for as long as it may pay. */
void rwlock_spin(struct rwlock *l, uint64_t busy);

/* Makes *known at least rank. */
void rwlock_announce(_Atomic uint32_t *known, uint32_t rank);

static inline enum futex_scope rwlock_scope(struct rwlock *l)
{
    return l->shared ? FUTEX_PROCESSES : FUTEX_THREADS;
}

/* ---- What is inside a pthread_rwlockattr_t ---- */

/*
 * The default and PTHREAD_RWLOCK_PREFER_READER_NP are the same number, 0. pthread_rwlock_init has
 * to tell them apart, because by default writers are preferred for a while (rwlock.h). So the
 * attribute object has a number of its own for readers.
 */
#define RWLOCKATTR_READERS 0x100u /* PTHREAD_RWLOCK_PREFER_READER_NP, explicitly set */

struct rwlockattr {
    uint32_t kind; /* PTHREAD_RWLOCK_PREFER_..., or RWLOCKATTR_READERS */
    int shared;
};
_Static_assert(sizeof(struct rwlockattr) <= sizeof(pthread_rwlockattr_t), "fits the public type");
_Static_assert(_Alignof(struct rwlockattr) <= _Alignof(pthread_rwlockattr_t), "aligned as that");

static inline struct rwlockattr *rwlockattr_of(const pthread_rwlockattr_t *a)
{
    return (struct rwlockattr *)(uintptr_t)a;
}

#endif
