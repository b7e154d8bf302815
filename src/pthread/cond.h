/* SPDX-License-Identifier: MIT */
/*
 * What is inside a pthread_cond_t that is not shared by processes (cond_shared.h): tickets. A
 * waiter draws the next one; signal releases the lowest that is not released yet, broadcast all.
 * Release is state, not a wake, so none can be lost; and a ticket drawn after a signal is above it,
 * so a late waiter cannot steal one.
 *
 * Waiters of real-time priority go before all others, the highest first. They draw no tickets but
 * sleep in the kernel's queue, which is in that order, and wait for grants: cond_ranked.c.
 */
#ifndef PTHIN_PTHREAD_COND_H
#define PTHIN_PTHREAD_COND_H

#include <pthread.h>

#include "core/engine.h"
#include "core/futex.h"
#include "core/spin.h"

/*
 * cond.word, 64 bits, changed as one: tickets << 32 | F.
 *
 *   tickets  the next ticket | COND_REQUEUE. Tickets go up by TICKET, modulo 2^32.
 *            COND_REQUEUE: a broadcast has woken one of those it released; whoever clears it
 *            sees to the others (cond_requeue.c). Set with the release, cleared by a waiter that
 *            was woken, is released or is cancelled, or by destroy.
 *
 *   F        the futex word: the lowest ticket that is not released | flags.
 *            COND_SLEEP: a waiter sleeps, or is about to, on F. Set by that waiter; cleared when
 *            all tickets are released.
 *            COND_GAP: a waiter in the middle has given up; the next signal releases all, for the
 *            one that it picks might be that waiter. Set by the waiter, with tickets below and
 *            above its own unreleased; cleared when all are released.
 *
 * cond.left: 2 for each waiter that is done with the object, of all the tickets drawn and not
 *   handed back, and of all ranked waiters; bit 0 (LEFT_DESTROY): destroy sleeps on it until the
 *   last waiter has left. A waiter's addition is its last access.
 */
#define TICKET       4u
#define COND_SLEEP   1u
#define COND_GAP     2u
#define COND_FLAGS   3u
#define COND_REQUEUE 1u
#define LEFT_ONE     2u
#define LEFT_DESTROY 1u

/*
 * cond.ranked, 64 bits, changed as one: the waiters of real-time priority, in groups.
 *
 *   bits 0-11   GRANTS: waiters of group GROUP that signals have released, and who have not
 *               noticed. Any of that group may take one; a wake for each goes to the highest that
 *               sleeps.
 *   bits 12-31  GROUP, modulo 2^20. Whoever waits in a group below is released.
 *   bits 32-47  OLD: waiters in group GROUP that have neither taken a grant nor given up. At least
 *               GRANTS.
 *   bits 48-63  NEW: waiters in group GROUP + 1. Whoever comes while there are grants enters it,
 *               so as not to take one that was given before it came; all others enter GROUP.
 *
 * Signal adds a grant while OLD is more than GRANTS. When not, all of OLD are released by going on
 * to the next group, and the grant is for one of those that were NEW. Broadcast goes on by two.
 *
 * Sleepers wait on the lower half with ranked_bit of their group. A later group may have the same
 * bit, and its wakes go to those of an earlier one that still sleep. None is lost by that: whoever
 * passed the earlier group has yet to wake all with that bit.
 */
#define RANKED_GRANT      ((uint64_t)1)
#define RANKED_GRANTS     ((uint64_t)0xfff)
#define RANKED_MOST       0xfffu /* waiters in a group; more wait among the others */
#define RANKED_GROUP      ((uint64_t)1 << 12)
#define RANKED_GROUP_MASK 0xfffffu
#define RANKED_OLD        ((uint64_t)1 << 32)
#define RANKED_NEW        ((uint64_t)1 << 48)

/*
 * cond.forks, between threads of one process: whose waiters the other words count.
 *   bits 0-30  fork_generation, modulo 2^31, of the process that they are, or would be, threads of.
 *              In the child of a fork it is another: cond_fork.c.
 *   bit 31     FORKS_BUSY: a thread of that process is about to forget those of an earlier one
 */
#define FORKS_BUSY 0x80000000u

/* cond.flags and pthread_condattr_t: set at initialisation. */
#define COND_SHARED    1 /* PTHREAD_PROCESS_SHARED; in attributes only */
#define COND_MONOTONIC 2 /* timedwait measures on CLOCK_MONOTONIC, else CLOCK_REALTIME */

struct cond {
    union {
        _Atomic uint64_t word;
        _Atomic uint32_t half[2]; /* little-endian, as all ports are: F, tickets */
    };
    _Atomic uint32_t left;
    struct spin_history spins;
    uint8_t flags;
    union {
        _Atomic uint64_t ranked;
        _Atomic uint32_t ranked_half[2]; /* GROUP and GRANTS; OLD and NEW */
    };
    _Atomic uint32_t ranked_entered; /* how many there have ever been, modulo 2^32 */
#if __SIZEOF_POINTER__ == 8
    uint32_t zero; /* as in zero_too: elsewhere if it is shared, see cond_shared.h */
    _Atomic uint32_t forks;
    uint32_t zero_too;
    _Atomic uintptr_t mutex; /* what those who wait lock again: cond_requeue.c */
#else
    _Atomic uint32_t forks;
    _Atomic uintptr_t mutex; /* as above; cond_shared.h has its mark behind the whole */
    uint32_t unused;
#endif
};
/* On 32 bits the public type may be aligned to 4 only: up to 4 bytes are skipped. */
_Static_assert(sizeof(struct cond) + 8 - _Alignof(pthread_cond_t) <= sizeof(pthread_cond_t),
               "fits the public type");
_Static_assert(sizeof(struct cond) == (sizeof(void *) == 8 ? 48 : 40),
               "no padding that initialisers could leave undefined");

static inline struct cond *cond_of(const pthread_cond_t *c)
{
    return (struct cond *)round_up((uintptr_t)c, 8);
}

static inline uint32_t cond_tickets(uint64_t word)
{
    return (uint32_t)(word >> 32) & ~COND_REQUEUE;
}

static inline uint32_t cond_lowest(uint64_t word)
{
    return (uint32_t)word & ~COND_FLAGS;
}

/* The word with another F. */
static inline uint64_t cond_with(uint64_t word, uint32_t f)
{
    return (word & ~(uint64_t)UINT32_MAX) | f;
}

/* The futex bit that sleepers with this ticket wait for. */
static inline uint32_t cond_bit(uint32_t ticket)
{
    return 1u << (ticket / TICKET % 32);
}

static inline uint32_t cond_forks_here(void)
{
    /* relaxed: changes only when there is no other thread */
    return atomic_load_explicit(&fork_generation, memory_order_relaxed) & ~FORKS_BUSY;
}

/* The waiters of a process that this one was forked from count no more (cond_fork.c). */
void cond_forget(struct cond *c);

/* To be called before anything is done that depends on who waits. */
static inline void cond_forget_others(struct cond *c)
{
    /* acquire: pairs with cond_forget's release */
    if (unlikely(atomic_load_explicit(&c->forks, memory_order_acquire) != cond_forks_here()))
        cond_forget(c);
}

void cond_signal(struct cond *c);

/* Wakes who sleeps on word for what was released. From the release on
   the object may be gone, and a wake that finds other memory is a stray one. */
void cond_wake(const _Atomic uint32_t *word, int count, uint32_t bits);

/* What became of a wait whose thread does not want to wait any longer. */
enum given_up {
    TOO_LATE,    /* it had been released: the signal was consumed */
    HANDED_BACK, /* its ticket was the last: as if it had never been drawn */
    SKIPPED,     /* it counts as released, or will with the next signal */
};

/* ---- Waiters of real-time priority (cond_ranked.c) ---- */

/* The caller, who holds the mutex, becomes one, of *group. False: there are too many. */
bool ranked_enter(struct cond *c, uint32_t *group);

/* Whether the caller is released; takes the grant. *seen: if not, what was there. */
bool ranked_released(struct cond *c, uint32_t group, uint64_t *seen);

/* woken: the caller may have been woken for a grant that it has not looked for. Never
   HANDED_BACK. */
enum given_up ranked_give_up(struct cond *c, uint32_t group, bool woken);

/* Releases one, or all. False: none waits. */
bool ranked_signal(struct cond *c);
bool ranked_broadcast(struct cond *c);

/* Nobody waits who is not released. */
bool ranked_none(struct cond *c);

/* Whether there is anybody at all, released or not; hardly ever. */
static inline bool ranked_any(struct cond *c)
{
    /* relaxed: the mutex orders it after the entry of those that a signal is meant for */
    return unlikely(atomic_load_explicit(&c->ranked_half[1], memory_order_relaxed));
}

static inline uint32_t ranked_bit(uint32_t group)
{
    return 1u << (group % 32);
}

/* ---- Broadcasts on one CPU (cond_requeue.c) ---- */

struct mutex;

/* The caller, who holds the mutex, is about to wait with it. */
void requeue_enter(struct cond *c, struct mutex *m);

/* Whether a broadcast of more than one may wake one only, and leave the others to that. */
bool requeue_possible(struct cond *c);

/* Whether there are others to be seen to: for those who are woken, and those who are released. */
static inline bool requeue_pending(struct cond *c)
{
    /* relaxed: whoever was woken, or has seen its release, sees the mark */
    return unlikely(atomic_load_explicit(&c->half[1], memory_order_relaxed) & COND_REQUEUE);
}

/* Sees to them, unless another does. m: the caller is released, and when it has left the object it
   locks m, if this is true with the mark for sleepers; NULL: it may not. */
bool requeue_rest(struct cond *c, struct mutex *m);

/* For destroy, who may hold the mutex: all those released come out of the object. To be called
   again whenever one has. */
void requeue_undo(struct cond *c);

_Static_assert(sizeof(pthread_condattr_t) >= sizeof(int), "fits the public type");

static inline int *condattr_of(const pthread_condattr_t *a)
{
    return (int *)(uintptr_t)a;
}

#endif
