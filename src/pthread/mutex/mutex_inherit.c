/* SPDX-License-Identifier: MIT */
/*
 * Priority inheritance: the word holds the owner's tid; as soon as there is a waiter the kernel
 * takes over, lends the owner the waiter's priority, and hands the mutex on. Robust or not.
 */
#include <errno.h>

#include "mutex_protocols.h"

/* Robust ones are never private, as with those that are not INHERIT: the libc's functions may lock
   and unlock the same mutex (cond_libc.c), and the kernel takes the two sorts for two futexes. */
static enum futex_scope scope_of(int kind)
{
    return kind & MUTEX_ROBUST ? FUTEX_PROCESSES : mutex_scope(kind);
}

/* 0, or an errno value; EINTR and EAGAIN (the owner is exiting) are tried again. */
static int kernel_lock(struct mutex *m, int kind, const struct deadline *deadline)
{
    long r;
    do
        r = futex_lock_pi(&m->word, scope_of(kind), deadline);
    while (r == -EINTR || r == -EAGAIN);
    return (int)-r;
}

/* Takes the word. 0, EBUSY, ETIMEDOUT, EDEADLK; ENOSYS: the kernel does not know the deadline's clock
   here. *died: its last owner did. */
static int take(struct mutex *m, int kind, const struct deadline *deadline, bool try, bool *died)
{
    uint32_t tid = host_self_tid(), old = WORD_FREE;
    *died = false;
    /* acquire: pairs with unlock's release */
    if (atomic_compare_exchange_strong_explicit(&m->word, &old, tid, memory_order_acquire,
                                                memory_order_relaxed))
        return 0;
    if (try) {
        /* A dead owner's word without waiters can be had. acquire: pairs with the kernel's mark */
        if (old != ROBUST_OWNER_DIED ||
            !atomic_compare_exchange_strong_explicit(&m->word, &old, tid, memory_order_acquire,
                                                     memory_order_relaxed))
            return EBUSY;
        *died = true;
        return 0;
    }
    int err = kernel_lock(m, kind, deadline);
    /* The owner waits, through others' mutexes, for the caller: the kernel follows that. */
    if (err == EDEADLK && mutex_has_owner(kind))
        return err;
    /* The owner is gone, and nobody told: it can never be had. */
    if (err == ESRCH || err == EDEADLK)
        return mutex_deadlock(deadline);
    if (err)
        return err;
    /* acquire: the kernel handed it over; pairs with unlock's release */
    old = atomic_load_explicit(&m->word, memory_order_acquire);
    if (old & ROBUST_OWNER_DIED) {
        atomic_fetch_and_explicit(&m->word, ~ROBUST_OWNER_DIED, memory_order_relaxed);
        *died = true;
    }
    return 0;
}

static void release(struct mutex *m, int kind)
{
    uint32_t tid = host_self_tid();
    enum futex_scope scope = scope_of(kind);
    /* release: pairs with take. With waiters the word differs and the kernel chooses one. */
    if (!atomic_compare_exchange_strong_explicit(&m->word, &tid, WORD_FREE, memory_order_release,
                                                 memory_order_relaxed))
        futex_unlock_pi(&m->word, scope);
}

static SLOW int pthread_mutex_lock_inherit_slow(struct mutex *m, int kind,
                                                const struct deadline *deadline, bool try)
{
    uint32_t word = atomic_load_explicit(&m->word, memory_order_relaxed);
    bool died;
    if ((word & ROBUST_TID_MASK) == host_self_tid())
        return mutex_own_again(m, kind, deadline, try);
    if (!(kind & MUTEX_ROBUST)) {
        int err = take(m, kind, deadline, try, &died);
        if (!err)
            m->count = 0;
        return err;
    }
    struct robust_head *head = host_robust_head();
    robust_begin(head, m, kind);
    int err = take(m, kind, deadline, try, &died);
    if (!err && mutex_owned_by(m, OWNER_NOT_RECOVERABLE)) {
        release(m, kind); /* the next waiter finds the same */
        err = ENOTRECOVERABLE;
    } else if (!err) {
        err = robust_acquired(head, m, kind, died);
    }
    robust_end(head);
    return err;
}

PTHIN_FAST int inherit_lock(struct mutex *m, int kind, const struct deadline *deadline, bool try)
{
    uint32_t none = WORD_FREE;
    /* acquire: pairs with unlock's release */
    if (!(kind & MUTEX_ROBUST) &&
        likely(atomic_compare_exchange_strong_explicit(
            &m->word, &none, host_self_tid(), memory_order_acquire, memory_order_relaxed))) {
        m->count = 0;
        return 0;
    }
    return pthread_mutex_lock_inherit_slow(m, kind, deadline, try);
}

static SLOW int unlock_robust(struct mutex *m, int kind)
{
    struct robust_head *head = host_robust_head();
    robust_releasing(head, m, kind);
    release(m, kind);
    robust_end(head);
    return 0;
}

PTHIN_FAST int inherit_unlock(struct mutex *m, int kind)
{
    int err;
    if (!mutex_last_level(m, &err))
        return err;
    if (kind & MUTEX_ROBUST)
        return unlock_robust(m, kind);
    release(m, kind);
    return 0;
}

bool inherit_supported(void)
{
    static _Atomic uint32_t known; /* relaxed, below: it only saves others the attempt */
    /* The kernel takes a free word at once, and frees it, and keeps nothing of it. */
    _Atomic uint32_t word = WORD_FREE;
    if (!atomic_load_explicit(&known, memory_order_relaxed)) {
        if (futex_lock_pi(&word, FUTEX_THREADS, NULL) != 0 ||
            futex_unlock_pi(&word, FUTEX_THREADS) != 0)
            return false;
        atomic_store_explicit(&known, 1, memory_order_relaxed);
    }
    return true;
}
