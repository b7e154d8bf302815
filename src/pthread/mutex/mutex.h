/* SPDX-License-Identifier: MIT */
/*
 * What is inside a pthread_mutex_t. The fields lie where glibc has them. So glibc's static
 * initialisers, which set the type, and musl's, which are all zero, mean here what they mean there.
 */
#ifndef PTHIN_PTHREAD_MUTEX_H
#define PTHIN_PTHREAD_MUTEX_H

#include <pthread.h>

#include "core/engine.h"
#include "core/robust.h"

/*
 * mutex.kind, set at initialisation; later only CEILING changes, under the lock:
 *   bits 0-1    TYPE: PTHREAD_MUTEX_NORMAL, _RECURSIVE, _ERRORCHECK, or _ADAPTIVE_NP (as NORMAL)
 *   bit 4       ROBUST: the word follows the robust protocol; the mutex is on its owner's robust
 *               list
 *   bit 5       INHERIT: PTHREAD_PRIO_INHERIT; the word follows the kernel's PI protocol
 *   bit 6       PROTECT: PTHREAD_PRIO_PROTECT; its owner is raised to the ceiling
 *   bit 7       SHARED: PTHREAD_PROCESS_SHARED
 *   bits 16-23  CEILING: the priority ceiling of a PROTECT mutex
 *   the whole   MUTEX_DEAD: destroyed
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
 * mutex.word follows one of three protocols, by the kind.
 *
 * Plain, if the kind is neither ROBUST nor INHERIT:
 *   0  WORD_FREE
 *   1  WORD_LOCKED: nobody sleeps. From 0 by a locker that has not slept.
 *   2  WORD_SLEEP: locked, and a thread may sleep on the word. From any value by a locker that is
 *      about to sleep or has slept: it has the mutex if the value was 0.
 *   The owner changes the word to 0, and wakes one thread if it was 2. It does not touch the mutex
 *   after that change, because the next owner may destroy it.
 *
 * ROBUST, which the kernel takes part in (linux/futex.h):
 *   bits 0-29  the owner's tid; 0 if it is free
 *   bit 30     ROBUST_OWNER_DIED: the owner died with the mutex. Set by the kernel, or by
 *              robust_release_all. Cleared by the next owner.
 *   bit 31     ROBUST_WAITERS: a thread may sleep on the word. Set by a thread that is about to
 *              sleep, and by one that takes the mutex after a sleep. Cleared with the word at
 *              unlock.
 *
 * INHERIT: the same bits. ROBUST_WAITERS is set and cleared by the kernel only. While it is set,
 *   the kernel hands the mutex from owner to owner.
 */
#define WORD_FREE   0u
#define WORD_LOCKED 1u
#define WORD_SLEEP  2u

/* mutex.owner: the tid of the thread that holds a recursive, error-checking or robust mutex, else
   0. For robust ones also: */
#define OWNER_INCONSISTENT    0x7fffffffu /* its owner, told EOWNERDEAD, has not repaired it */
#define OWNER_NOT_RECOVERABLE 0x7ffffffeu /* such an owner unlocked it: it is lost for good */

struct mutex {
    _Atomic uint32_t word;
    uint32_t count;         /* locks beyond the first one; only the owner looks at it */
    _Atomic uint32_t owner; /* others may change it at any time. But a thread finds its own tid here
                               only if it wrote it itself, so that comparison can be relied upon */
#if __SIZEOF_POINTER__ == 8
    _Atomic uint16_t spins;   /* what waits were like lately: mutex_plain.c; a hint */
    _Atomic uint16_t waiting; /* threads that wait for a condition with this mutex, modulo 2^16.
                                 The owner changes it; destroy refuses if it is not 0 */
    _Atomic int kind;
    uint32_t unused;
    struct mutex *held_before; /* the mutex before it on the owner's list, NULL in the first */
#else
    _Atomic int kind;
    _Atomic uint16_t spins, waiting;
#endif
    uintptr_t held_next; /* the link that the kernel follows: the next entry's held_next, with bit 0
                            set if that one is INHERIT */
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

/* Whether it is of a type whose functions look at who owns it. */
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

/* ---- For condition variables ---- */

/* Whether the caller may wait with m: 0, EPERM, or EINVAL for a destroyed one. */
int mutex_check_owner_slow(struct mutex *m);
static inline int mutex_check_owner(struct mutex *m)
{
    /* Who has a normal one, no word tells. */
    return likely(mutex_kind(m) == PTHREAD_MUTEX_NORMAL) ? 0 : mutex_check_owner_slow(m);
}
/* The caller, which holds m, is about to wait: unlocks it. */
void mutex_unlock_to_wait(struct mutex *m);
/* It has waited, whether in vain or not: locks m again. slept: other threads may have been moved to m
   or have been woken together with the caller. Then m is locked with the mark for sleepers. */
int mutex_relock(struct mutex *m, bool slept);

/* ---- What is inside a pthread_mutexattr_t: the kind of the mutexes it makes ---- */

_Static_assert(sizeof(pthread_mutexattr_t) >= sizeof(int), "fits the public type");

static inline int *mutexattr_of(const pthread_mutexattr_t *a)
{
    return (int *)(uintptr_t)a;
}

/* A ceiling is one of the priorities of SCHED_FIFO. */
#define CEILING_LEAST 1
#define CEILING_MOST  99

#endif
