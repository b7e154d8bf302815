/* SPDX-License-Identifier: MIT */
/*
 * What is inside a pthread_mutex_t. The fields lie where glibc has them. So glibc's static
 * initialisers, which set the type, and musl's, which are all zero, mean here what they mean there.
 */
#ifndef PTHIN_PTHREAD_MUTEX_H
#define PTHIN_PTHREAD_MUTEX_H

#include <errno.h>
#include <pthread.h>

#include "core/cpus.h"
#include "core/robust.h"
#include "core/engine.h"

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

/* To unlock a mutex whose word has its owner's tid. True: the caller holds it, and is to release
   the word. False: *err is the result, 0 if the mutex was locked several times. */
static inline bool mutex_last_level(struct mutex *m, int *err)
{
    uint32_t word = atomic_load_explicit(&m->word, memory_order_relaxed);
    if ((word & ROBUST_TID_MASK) != host_self_tid()) {
        *err = EPERM;
        return false;
    }
    *err = 0;
    if (!m->count)
        return true;
    m->count--;
    return false;
}

/* ---- The whole of an operation, for any kind ---- */

/* What the public functions do: lock until deadline (NULL: for ever), or only try, and unlock. ENOSYS:
   the kernel cannot wait for m by the clock of deadline. */
int mutex_lock(struct mutex *m, const struct deadline *deadline, bool try);
int mutex_unlock(struct mutex *m);

/* The owner is about to wait for a condition (change: 1), or has come back from that (-1). */
static inline void mutex_count_wait(struct mutex *m, int change)
{
    /* Mutexes of these kinds can fail to be locked again after the wait. Then the caller is not the
       owner, and others may change the count at the same time. relaxed: only destroy looks at it */
    if (unlikely(mutex_kind(m) & (MUTEX_ROBUST | MUTEX_PROTECT))) {
        /* The count is the upper half of a word. Not every processor adds to half a word. */
        atomic_fetch_add_explicit((_Atomic uint32_t *)&m->spins, (uint32_t)change << 16,
                                  memory_order_relaxed);
        return;
    }
    /* relaxed, and a load and a store: only the owner changes it */
    int n = atomic_load_explicit(&m->waiting, memory_order_relaxed);
    atomic_store_explicit(&m->waiting, (uint16_t)(n + change), memory_order_relaxed);
}

/* For condition variables. check_owner: whether the caller may wait with m: 0, EPERM, or EINVAL for
   a destroyed one. relock: locks m again. slept: the caller has slept, and other threads may have
   been moved to m or have been woken together with it. Then m is locked with the mark for
   sleepers. */
int mutex_check_owner(struct mutex *m);
int mutex_relock(struct mutex *m, bool slept);

/* ---- Plain words (mutex_plain.c) ---- */

/* True if no other thread can touch the mutex while the caller does. Then the operations do without
   locked instructions, which cost more than all the rest. */
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

/* The whole of lock and trylock, for any type. */
int plain_lock(struct mutex *m, int kind, const struct deadline *deadline, bool try);
/* Locks a mutex that was not free: spins, then sleeps. 0 or ETIMEDOUT. */
int pthread_mutex_lock_slow(struct mutex *m, int kind, const struct deadline *deadline);
/* Locks as a thread does that was woken: without a spin, and with WORD_SLEEP, because others may
   sleep on the word. */
void plain_lock_from_sleep(struct mutex *m, int kind);

/* The word was WORD_SLEEP when the caller released it: wakes one thread. The mutex may be gone:
   then this is a stray wake (core/futex.h). Returns 0, so that unlock can end with this call. */
int plain_wake(struct mutex *m, enum futex_scope scope);

/* Unlocks. Returns 0. */
static inline int plain_unlock(struct mutex *m, int kind)
{
    enum futex_scope scope = mutex_scope(kind);
    if (plain_alone(kind) && atomic_load_explicit(&m->word, memory_order_relaxed) == WORD_LOCKED) {
        atomic_store_explicit(&m->word, WORD_FREE, memory_order_relaxed);
        return 0;
    }
    /* release: pairs with the acquire of the next owner, which may destroy the mutex: so this is
       the last access */
    if (unlikely(atomic_exchange_explicit(&m->word, WORD_FREE, memory_order_release) == WORD_SLEEP))
        return plain_wake(m, scope);
    cpu_return_gap();
    return 0;
}

/* Unlocks: a recursive mutex that was locked several times by one level. 0 or EPERM. */
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

/* The robust list of the owner, also for INHERIT | ROBUST. A thread calls robust_begin before it
   changes the word and robust_end when the list agrees with the word again: if it dies in between,
   the kernel looks at that one mutex. */
void robust_begin(struct robust_head *head, struct mutex *m, int kind);
void robust_end(struct robust_head *head);
void robust_enlist(struct robust_head *head, struct mutex *m, int kind);
void robust_delist(struct robust_head *head, struct mutex *m);
bool robust_enlisted(struct robust_head *head, struct mutex *m);
/* The caller has taken the word: puts m on its list. 0, or EOWNERDEAD if the last owner died. */
int robust_acquired(struct robust_head *head, struct mutex *m, int kind, bool died);
/* The caller is about to release the word: takes m off its list and calls robust_begin. True: the
   mutex was not repaired, and nobody will be able to lock it again. */
bool robust_releasing(struct robust_head *head, struct mutex *m, int kind);
/* Whether the caller's list is where the libc's own functions put what they lock. */
bool robust_is_libc(void);
/* The caller holds m and is about to have the libc's functions unlock it and lock it again; and has
   come back from them, whether they could lock it or not. */
void robust_lend(struct mutex *m);
void robust_take_back(void);

/* ---- Priority inheritance (mutex_inherit.c) ---- */

int inherit_lock(struct mutex *m, int kind, const struct deadline *deadline, bool try);
int inherit_unlock(struct mutex *m, int kind);

/* ---- Priority protection (mutex_protect.c) ---- */

/* Before the word is taken: raises the caller to the ceiling in kind. 0. EINVAL: its priority is
   above the ceiling already. EPERM: it may not be raised. */
int protect_enter(int kind);
/* After the word was released, or could not be taken. kind has the ceiling of protect_enter. */
void protect_leave(int kind);

struct protect_calls {
    int (*lock)(struct mutex *m, int kind, const struct deadline *deadline, bool try);
    int (*unlock)(struct mutex *m, int kind);
};
extern PTHIN_HIDDEN const struct protect_calls protect_calls;
/* &protect_calls, once a function was called that only programs with such mutexes call: so a static
   program that calls none of these does not contain them. Before, it is NULL there, and a mutex of
   that kind, which must then be another program's, cannot be locked. */
extern PTHIN_HIDDEN const struct protect_calls *_Atomic protect_late;

static inline void protect_will_be_used(void)
{
    /* relaxed: whoever gets the mutex from the caller sees it */
    atomic_store_explicit(&protect_late, &protect_calls, memory_order_relaxed);
}

/* The caller locks a mutex that it holds: one level more, an error or a deadlock, by the type. */
int mutex_own_again(struct mutex *m, int kind, const struct deadline *deadline, bool try);

/* For a thread that locks a mutex which it can never get: sleeps until deadline and returns
   ETIMEDOUT. NULL: sleeps for ever. */
int mutex_deadlock(const struct deadline *deadline);

#endif
