/* SPDX-License-Identifier: MIT */
/*
 * What is inside a pthread_mutex_t. Fields lie where glibc has them, so that its static
 * initialisers (which set kind) and musl's (all zero) mean the same here.
 */
#ifndef PTHIN_PTHREAD_MUTEX_H
#define PTHIN_PTHREAD_MUTEX_H

#include <errno.h>
#include <pthread.h>

#include "core/cpus.h"
#include "core/robust.h"
#include "core/engine.h"

/*
 * mutex.kind, set at initialisation:
 *   bits 0-1   type: PTHREAD_MUTEX_NORMAL, _RECURSIVE, _ERRORCHECK, or _ADAPTIVE_NP (as NORMAL)
 *   ROBUST     the word follows the robust protocol, the mutex is on its owner's robust list
 *   INHERIT    PTHREAD_PRIO_INHERIT: the word follows the kernel's PI protocol
 *   PROTECT    PTHREAD_PRIO_PROTECT: holding it raises the thread to the ceiling
 *   SHARED     PTHREAD_PROCESS_SHARED
 *   CEILING    8 bits: the priority ceiling of a PROTECT mutex
 *   MUTEX_DEAD the whole: destroyed
 */
#define MUTEX_TYPE    0x03
#define MUTEX_ROBUST  0x10
#define MUTEX_INHERIT 0x20
#define MUTEX_PROTECT 0x40
#define MUTEX_SHARED  0x80
#define MUTEX_CEILING 0xff0000
#define CEILING_SHIFT 16
#define MUTEX_DEAD    (-1)

/*
 * mutex.word, three protocols by kind.
 *
 * Plain (neither ROBUST nor INHERIT): 0 free, 1 locked, 2 locked and a thread may sleep on it.
 *   0 -> 1 by a locker that did not sleep, any -> 2 by one that is about to or did sleep, any ->
 *   0 by the owner. After that store the owner touches the mutex no more: the next owner may
 *   destroy it.
 *
 * ROBUST: the kernel's (linux/futex.h): bits 0-29 the owner's tid, 0 if free; bit 30
 *   (ROBUST_OWNER_DIED) set by the kernel, or robust_release_all, when the owner died, cleared by
 *   the next owner; bit 31 (ROBUST_WAITERS) set by a thread before it sleeps, and kept by an
 *   owner that slept; cleared with the word at unlock.
 *
 * INHERIT: the same bits; ROBUST_WAITERS is set and cleared by the kernel only, which then
 *   hands the mutex over by itself.
 */
#define WORD_FREE   0u
#define WORD_LOCKED 1u
#define WORD_SLEEP  2u

/* mutex.owner: a tid (recursive, error-checking and robust mutexes), 0, or for robust ones: */
#define OWNER_INCONSISTENT    0x7fffffffu /* held by one who got EOWNERDEAD */
#define OWNER_NOT_RECOVERABLE 0x7ffffffeu /* was unlocked without pthread_mutex_consistent */

struct mutex {
    _Atomic uint32_t word;
    uint32_t count;         /* how often more than once it is locked; the owner's */
    _Atomic uint32_t owner; /* racy to read except for one's own tid, which only oneself writes */
#if __SIZEOF_POINTER__ == 8
    _Atomic uint16_t spins;   /* what waits were like lately: see mutex_plain.c; racy */
    _Atomic uint16_t waiting; /* waits for conditions that will lock it again; the owner's, racy to
                                 read; for destroy, which may miss 65536 of them */
    _Atomic int kind;
    uint32_t unused;
    struct mutex *held_before; /* on the owner's list: the entry before, NULL in the first */
#else
    _Atomic int kind;
    _Atomic uint16_t spins, waiting;
#endif
    uintptr_t held_next; /* the link that the kernel follows: next entry, bit 0 = INHERIT */
};
_Static_assert(sizeof(struct mutex) <= sizeof(pthread_mutex_t), "fits the public type");
_Static_assert(_Alignof(struct mutex) <= _Alignof(pthread_mutex_t), "aligned as the public type");
_Static_assert(offsetof(struct mutex, kind) == (sizeof(void *) == 8 ? 16 : 12),
               "where static initialisers put the type");
_Static_assert(offsetof(struct mutex, spins) % 4 == 0 &&
                   offsetof(struct mutex, waiting) == offsetof(struct mutex, spins) + 2,
               "halves of a word");
_Static_assert(offsetof(struct mutex, held_next) == -(size_t)ROBUST_FUTEX_OFFSET,
               "what the robust list head says");

static inline struct mutex *mutex_of(const pthread_mutex_t *m)
{
    return (struct mutex *)(uintptr_t)m;
}

static inline int mutex_kind(struct mutex *m)
{
    /* relaxed: set before the mutex was shared; PROTECT's ceiling changes under the lock */
    return atomic_load_explicit(&m->kind, memory_order_relaxed);
}

/* Of a type whose functions look at who owns it. */
static inline bool mutex_has_owner(int kind)
{
    int type = kind & MUTEX_TYPE;
    return type == PTHREAD_MUTEX_RECURSIVE || type == PTHREAD_MUTEX_ERRORCHECK;
}

static inline enum futex_scope mutex_scope(int kind)
{
    return kind & MUTEX_SHARED ? FUTEX_PROCESSES : FUTEX_THREADS;
}

/* relaxed, both: only the owner writes its own tid, and clears it before it unlocks */
static inline bool mutex_owned_by(struct mutex *m, uint32_t tid)
{
    return atomic_load_explicit(&m->owner, memory_order_relaxed) == tid;
}

static inline void mutex_set_owner(struct mutex *m, uint32_t tid)
{
    atomic_store_explicit(&m->owner, tid, memory_order_relaxed);
}

/* ---- The whole of an operation, for any kind ---- */

/* Locks, waiting until deadline (NULL: for ever). */
int mutex_lock_until(struct mutex *m, const struct deadline *deadline);
int mutex_trylock(struct mutex *m);
int mutex_unlock(struct mutex *m);

/* The owner is about to wait for a condition, or is back (change: 1, -1). */
static inline void mutex_count_wait(struct mutex *m, int change)
{
    /* Who is back may have failed to lock these kinds again. relaxed: for destroy only */
    if (unlikely(mutex_kind(m) & (MUTEX_ROBUST | MUTEX_PROTECT))) {
        /* By the whole word, of which it is the upper half: not every processor adds to less. */
        atomic_fetch_add_explicit((_Atomic uint32_t *)&m->spins, (uint32_t)change << 16,
                                  memory_order_relaxed);
        return;
    }
    /* relaxed, and not one operation: nobody else may change it */
    int n = atomic_load_explicit(&m->waiting, memory_order_relaxed);
    atomic_store_explicit(&m->waiting, (uint16_t)(n + change), memory_order_relaxed);
}

/* For condition variables: whether the caller may wait with it (0 or EPERM), and locking it
   again; slept: the caller comes from a sleep in which others may have come to sleep here. */
int mutex_check_owner(struct mutex *m);
int mutex_relock(struct mutex *m, bool slept);

/* ---- Plain words (mutex_plain.c) ---- */

/* Nobody but the caller can touch the mutex in the middle of an operation. Locked instructions cost
   more than all the rest of it. */
static inline bool plain_alone(int kind)
{
    return host_single_threaded() && !(kind & MUTEX_SHARED);
}

/* Takes the mutex if it is free. */
static inline bool plain_take(struct mutex *m, int kind)
{
    uint32_t expected = WORD_FREE;
    if (plain_alone(kind)) {
        if (atomic_load_explicit(&m->word, memory_order_relaxed) != WORD_FREE)
            return false;
        atomic_store_explicit(&m->word, WORD_LOCKED, memory_order_relaxed);
        return true;
    }
    /* acquire: pairs with plain_unlock's release */
    return atomic_compare_exchange_strong_explicit(&m->word, &expected, WORD_LOCKED,
                                                   memory_order_acquire, memory_order_relaxed);
}

int plain_lock_slow(struct mutex *m, int kind, const struct deadline *deadline);
/* As one of the sleepers: no spin, and the mark for those who may sleep beside it stays. */
void plain_lock_from_sleep(struct mutex *m, int kind);

/* The word was WORD_SLEEP when the caller released it: wakes one. The mutex may be gone; a wake
   that finds other memory is a stray one. Returns 0, so that an unlock can end with it. */
int plain_wake(struct mutex *m, enum futex_scope scope);

/* Returns 0. */
static inline int plain_unlock(struct mutex *m, int kind)
{
    enum futex_scope scope = mutex_scope(kind);
    /* The libc's own wait for a condition has written it, and its lock wants it to be 0. */
    if (HOST_LIBC_SHARED && (kind & MUTEX_SHARED))
        mutex_set_owner(m, 0);
    if (plain_alone(kind) && atomic_load_explicit(&m->word, memory_order_relaxed) == WORD_LOCKED) {
        atomic_store_explicit(&m->word, WORD_FREE, memory_order_relaxed);
        return 0;
    }
    /* release: pairs with the acquire of the next owner. Its last access: that one may destroy the
       mutex. */
    if (unlikely(atomic_exchange_explicit(&m->word, WORD_FREE, memory_order_release) == WORD_SLEEP))
        return plain_wake(m, scope);
    cpu_return_gap();
    return 0;
}

/* One level of a recursive mutex, or all of it: 0 or EPERM. */
static inline int plain_unlock_level(struct mutex *m, int kind)
{
    if (mutex_has_owner(kind)) {
        if (!mutex_owned_by(m, host_self_tid()))
            return EPERM;
        if (m->count) {
            m->count--;
            return 0;
        }
        mutex_set_owner(m, 0);
    }
    return plain_unlock(m, kind);
}

/* ---- Robust words (mutex_robust.c) ---- */

int robust_lock(struct mutex *m, int kind, const struct deadline *deadline, bool try);
int robust_unlock(struct mutex *m, int kind);

/* The owner's list, also used for INHERIT | ROBUST. begin and end bracket each change of the
   word, for the case that the thread dies in between. */
void robust_begin(struct robust_head *head, struct mutex *m, int kind);
void robust_end(struct robust_head *head);
void robust_enlist(struct robust_head *head, struct mutex *m, int kind);
void robust_delist(struct robust_head *head, struct mutex *m);
bool robust_enlisted(struct robust_head *head, struct mutex *m);
/* What lock returns to the new owner: 0, EOWNERDEAD; enlists it. died: the last owner did. */
int robust_acquired(struct robust_head *head, struct mutex *m, int kind, bool died);
/* The owner is about to release the word, and then calls robust_end. True: nobody will be able to
   use the mutex again. */
bool robust_releasing(struct robust_head *head, struct mutex *m, int kind);

/* ---- Priority inheritance (mutex_inherit.c) ---- */

int inherit_lock(struct mutex *m, int kind, const struct deadline *deadline, bool try);
int inherit_unlock(struct mutex *m, int kind);

/* ---- Priority protection (mutex_protect.c) ---- */

/* Before the word is taken: raises the caller. EINVAL: it is above the ceiling already. */
int protect_enter(struct mutex *m, int kind);
/* After it was released, or could not be taken. ceiling is that of enter. */
void protect_leave(int kind);

/* Locking what the caller owns already: another level, an error, or a deadlock, by type. */
int mutex_own_again(struct mutex *m, int kind, const struct deadline *deadline, bool try);

/* Sleeps for ever, or until deadline and returns ETIMEDOUT: what becomes of a thread that locks
   what it cannot ever get. */
int mutex_deadlock(const struct deadline *deadline);

#endif
