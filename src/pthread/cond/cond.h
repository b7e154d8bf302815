/* SPDX-License-Identifier: MIT */
/*
 * What is inside a pthread_cond_t that is private to a process. (For those between processes see
 * cond_shared.h.)
 *
 * Waiters draw tickets. A signal releases the lowest ticket that is not released yet, a broadcast
 * all. What is released stands in the object, so a signal is not lost if its wake finds nobody
 * asleep. And a thread that comes after a signal draws a ticket that this signal did not release,
 * so it cannot take the signal from a thread that waited before.
 *
 * Waiters of real-time priority go before all others, the highest priority first. They draw no
 * tickets: signals give grants, and a grant is for any of them. They sleep in the kernel's queue,
 * which is in the order of priorities, so that a grant's wake goes to the highest (cond_ranked.c).
 */
#ifndef PTHIN_PTHREAD_COND_H
#define PTHIN_PTHREAD_COND_H

#include <pthread.h>

#include "cond_ranks.h"
#include "core/engine.h"
#include "core/futex.h"
#include "core/spin.h"
#include "core/word64.h"

/*
 * cond.word, 64 bits, changed as one: tickets << 32 | F.
 *
 *   tickets  the next ticket | COND_REQUEUE. Tickets go up by TICKET, modulo 2^32.
 *            COND_REQUEUE: a broadcast has released several tickets and woken one waiter only. The
 *            others still sleep, and the thread that clears this flag has to wake them or move them
 *            to the mutex (cond_requeue.c). Set in the step that releases the tickets. Cleared by a
 *            waiter that was woken, is released or is cancelled, or by destroy.
 *
 *   F        the futex word: the lowest ticket that is not released | flags.
 *            COND_SLEEP: a waiter sleeps, or is about to, on F. Set by that waiter. Cleared when
 *            all tickets are released.
 *            COND_GAP: a waiter has given up whose ticket lies between others that are not
 *            released. A signal that released this ticket would be lost. So the next signal
 *            releases all. Set by that waiter. Cleared when all tickets are released.
 *
 * cond.left: what destroy waits for.
 *   bit 0      LEFT_DESTROY: destroy sleeps on this word until the last waiter has left.
 *   bits 1-31  LEFT_ONE for each waiter that has left the object, modulo 2^31. Adding it is the
 *              waiter's last access. All have left when that is the number of all tickets drawn and
 *              not handed back and of all ranked waiters there have been (ranked_entered).
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
 *   bits 0-11   GRANTS: how many waiters of group GROUP signals have released and that have not
 *               come to take their grants. Any of the group may take one. With each grant comes a
 *               wake, which goes to the waiter of the highest priority that sleeps.
 *   bits 12-31  GROUP, modulo 2^20. All waiters of lower groups are released.
 *   bits 32-47  OLD: waiters of group GROUP that have neither taken a grant nor given up. Never
 *               less than GRANTS.
 *   bits 48-63  NEW: waiters of group GROUP + 1. A waiter that comes while there are grants enters
 *               this group, because the grants are for those that waited before it. One that comes
 *               when there are none enters GROUP.
 *
 * A signal adds a grant if OLD is more than GRANTS. If it is not, every waiter of GROUP has a
 * grant: then the signal goes on to the next group, by which all of OLD are released, and gives the
 * grant to the group that was NEW. A broadcast goes on by two groups.
 *
 * Waiters sleep on the lower half, with the futex bit ranked_bit of their group. Groups that are 32
 * apart share a bit. So a wake for a later group may go to a waiter of an earlier one that still
 * sleeps. No wake is lost by that: the signal that went on from the earlier group wakes all with
 * that bit, and has not done so yet.
 */
#define RANKED_GRANT      ((uint64_t)1)
#define RANKED_GRANTS     ((uint64_t)0xfff)
#define RANKED_MOST       0xfffu /* waiters in a group; who finds it full draws a ticket */
#define RANKED_GROUP      ((uint64_t)1 << 12)
#define RANKED_GROUP_MASK 0xfffffu
#define RANKED_OLD        ((uint64_t)1 << 32)
#define RANKED_NEW        ((uint64_t)1 << 48)

/*
 * cond.forks: the process whose waiters the other words count.
 *   bits 0-30  fork_generation of that process, modulo 2^31. In the child of a fork it differs from
 *              the child's own until a thread has forgotten the parent's waiters (cond_fork.c).
 *   bit 31     FORKS_BUSY: a thread is forgetting the waiters of an earlier process. Set and
 *              cleared by that thread; the others sleep on this word.
 */
#define FORKS_BUSY 0x80000000u

/* The bits of cond.flags and of a pthread_condattr_t. Those of a condition variable never
   change. */
#define COND_SHARED    1 /* PTHREAD_PROCESS_SHARED; in attributes only */
#define COND_MONOTONIC 2 /* timedwait measures on CLOCK_MONOTONIC, else CLOCK_REALTIME */

struct cond {
    union {
        _Atomic uint64_t word;
        _Atomic uint32_t half[2]; /* F, tickets */
    };
    _Atomic uint32_t left;
    struct spin_history spins;
    uint8_t flags;
    union {
        _Atomic uint64_t ranked;
        _Atomic uint32_t ranked_half[2]; /* GROUP and GRANTS; OLD and NEW */
    };
    _Atomic uint32_t ranked_entered; /* how many ranked waiters there have been, modulo 2^32 */
#if __SIZEOF_POINTER__ == 8
    uint32_t zero; /* 0: here is cond_shared.armed in one between processes */
    _Atomic uint32_t forks;
    uint32_t zero_too;       /* 0: and here cond_shared.mark */
    _Atomic uintptr_t mutex; /* the mutex that the waiters lock again: cond_requeue.c */
#else
    _Atomic uint32_t forks;
    _Atomic uintptr_t mutex; /* as above */
    uint32_t unused;         /* cond_shared.mark lies behind the whole */
#endif
};
/* On 32 bits the public type may be aligned to 4 only: up to 4 bytes are skipped. */
_Static_assert(sizeof(struct cond) + 8 - _Alignof(pthread_cond_t) <= sizeof(pthread_cond_t),
               "fits the public type");
_Static_assert(sizeof(struct cond) == (sizeof(void *) == 8 ? 48 : 40),
               "no padding that initialisers could leave undefined");

static inline struct cond *cond_of(const pthread_cond_t *c)
{
    return (struct cond *)word64_align(c);
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

/* The futex bit with which a waiter of this ticket sleeps, and by which it is woken. */
static inline uint32_t cond_bit(uint32_t ticket)
{
    return 1u << (ticket / TICKET % 32);
}

/* What cond.forks is if its waiters are threads of this process. */
static inline uint32_t cond_forks_here(void)
{
    /* relaxed: changes only when there is no other thread */
    return atomic_load_explicit(&fork_generation, memory_order_relaxed) & ~FORKS_BUSY;
}

/* Forgets the waiters that were threads of a process that this one was forked from
   (cond_fork.c). */
void cond_forget(struct cond *c);

/* Does that if there may be any. To be called before anything that depends on who waits. */
static inline void cond_forget_others(struct cond *c)
{
    /* acquire: pairs with cond_forget's release */
    if (unlikely(atomic_load_explicit(&c->forks, memory_order_acquire) != cond_forks_here()))
        cond_forget(c);
}

/* Releases the waiter whose turn it is, if there is one. Returns 0, so that pthread_cond_signal can end
   with this call. */
int cond_signal(struct cond *c);

/* How a wait ended whose thread does not want to wait any longer. */
enum given_up {
    TOO_LATE,    /* it had been released already: it has taken a signal */
    HANDED_BACK, /* its ticket was the last one drawn: it is as if it had not been drawn */
    SKIPPED,     /* its ticket counts as released, now or with the next signal */
};

/* ---- Waiters of real-time priority (cond_ranked.c) ---- */

struct ranked_calls {
    /* The caller, which holds the mutex, becomes a ranked waiter, of *group. False: there are too
       many. */
    bool (*enter)(struct cond *c, uint32_t *group);

    /* Whether a waiter of this group is released; if it is by a grant, it has taken it. If not, *seen
       is the lower half of cond.ranked that said so. */
    bool (*released)(struct cond *c, uint32_t group, uint32_t *seen);

    /* The caller does not want to wait any longer. woken: it may have been woken for a grant that it
       has not taken yet. TOO_LATE or SKIPPED. */
    enum given_up (*give_up)(struct cond *c, uint32_t group, bool woken);

    /* Releases one ranked waiter, or all. False: there is none that is not released. */
    bool (*signal)(struct cond *c);
    bool (*broadcast)(struct cond *c);

    /* True if every ranked waiter is released. */
    bool (*none)(struct cond *c);
};

/* What to call for c's ranked waiters. NULL: there are none, released or not. Few programs have any. */
static inline const struct ranked_calls *ranked_in(struct cond *c)
{
    /* relaxed, both: the mutex orders this after the entry of those that a signal is meant for, and what
       comes earlier may find none */
    if (likely(!atomic_load_explicit(&c->ranked_half[1], memory_order_relaxed)))
        return NULL;
    return atomic_load_explicit(&ranked_late, memory_order_relaxed);
}

/* No ticket that is not released. */
static inline bool cond_none(uint64_t word)
{
    return cond_lowest(word) == cond_tickets(word);
}

/* Nobody waits, not even in a process that this one was forked from. In line: a signal is mostly given
   with the mutex held, which others wait for meanwhile. */
static inline bool cond_nobody(struct cond *c)
{
    return cond_none(atomic_load_explicit(&c->word, memory_order_relaxed)) && !ranked_in(c);
}

static inline uint32_t ranked_bit(uint32_t group)
{
    return 1u << (group % 32);
}

/* ---- Broadcasts on one CPU (cond_requeue.c) ---- */

struct mutex;

/* The caller, which holds m, is about to wait with it. */
void requeue_enter(struct cond *c, struct mutex *m);

/* Whether a broadcast that releases several waiters may wake one only, which then does the rest. */
bool requeue_possible(struct cond *c);

/* Whether waiters that were released still sleep (COND_REQUEUE). To be asked by every waiter that
   was woken or is released. */
static inline bool requeue_pending(struct cond *c)
{
    /* relaxed: whoever was woken, or has seen its release, sees the mark */
    return unlikely(atomic_load_explicit(&c->half[1], memory_order_relaxed) & COND_REQUEUE);
}

/* Wakes the waiters that still sleep, or moves them to m; does nothing if another thread has. With
   m, the caller is released and is going to lock m. If this returns true, it has to lock it with
   the mark for sleepers, for its unlock is to wake the next. NULL: the caller locks no mutex for
   sure, so all are woken. */
bool requeue_rest(struct cond *c, struct mutex *m);

/* For destroy, which may hold the mutex: wakes those that were released and sleep, here or at the
   mutex. To be called again whenever one of them has left. */
void requeue_undo(struct cond *c);

_Static_assert(sizeof(pthread_condattr_t) >= sizeof(int), "fits the public type");

static inline int *condattr_of(const pthread_condattr_t *a)
{
    return (int *)(uintptr_t)a;
}

#endif
