/* SPDX-License-Identifier: MIT */
/* How mutexes are locked and unlocked, by the protocol of the word (mutex.h). kind is always
   mutex_kind(m), which mutex_lock and mutex_unlock read; pthread_mutex_lock and unlock have shortcuts
   for the most common ones. */
#ifndef PTHIN_PTHREAD_MUTEX_PROTOCOLS_H
#define PTHIN_PTHREAD_MUTEX_PROTOCOLS_H

#include <errno.h>

#include "core/cpus.h"
#include "mutex.h"

/* For any kind: lock until deadline (NULL: for ever), or only try, and unlock. ENOSYS: the kernel
   cannot wait for m by the clock of deadline. */
int mutex_lock(struct mutex *m, const struct deadline *deadline, bool try);
int mutex_unlock(struct mutex *m);

/* The caller locks a mutex that it holds: one level more, an error or a deadlock, by the type. */
int mutex_own_again(struct mutex *m, int kind, const struct deadline *deadline, bool try);

/* For a thread that locks a mutex which it can never get: sleeps until deadline and returns
   ETIMEDOUT. NULL: sleeps for ever. */
int mutex_deadlock(const struct deadline *deadline);

/* ---- Plain words (mutex_plain.c) ---- */

/* True if no other thread can touch the mutex while the caller does. Then the operations do without
   locked instructions, which cost more than all the rest. So they can afford the jump to where they are
   told to be unlikely, and programs with threads go straight on. */
static inline bool plain_alone(int kind)
{
    return host_single_threaded() && !(kind & MUTEX_SHARED);
}

/* Takes the mutex if it is free. */
static inline bool plain_take(struct mutex *m, int kind)
{
    uint32_t expected = WORD_FREE;
    if (unlikely(plain_alone(kind))) {
        if (atomic_load_explicit(&m->word, memory_order_relaxed) != WORD_FREE)
            return false;
        atomic_store_explicit(&m->word, WORD_LOCKED, memory_order_relaxed);
        return true;
    }
    /* acquire: pairs with plain_unlock's release */
    return atomic_compare_exchange_strong_explicit(&m->word, &expected, WORD_LOCKED,
                                                   memory_order_acquire, memory_order_relaxed);
}

/* The whole of lock and trylock, for any type. pthread_mutex_lock goes on here by a jump: the name is
   what a backtrace of a thread that waits has in its place. */
int pthread_mutex_lock_plain(struct mutex *m, int kind, const struct deadline *deadline, bool try);
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
    if (unlikely(plain_alone(kind)) &&
        atomic_load_explicit(&m->word, memory_order_relaxed) == WORD_LOCKED) {
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
int plain_unlock_level(struct mutex *m, int kind);
static inline int plain_unlock_level_inline(struct mutex *m, int kind)
{
    if (mutex_has_owner(kind)) {
        if (!mutex_owned_by(m, host_self_tid()))
            return EPERM;
        if (unlikely(m->count)) {
            m->count--;
            return 0;
        }
        mutex_set_owner(m, 0);
    }
    return plain_unlock(m, kind);
}

/* ---- Robust words (mutex_robust.c) ---- */

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
/* Whether the kernel lets a thread wait for such a mutex. */
bool inherit_supported(void);

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

#endif
