/* SPDX-License-Identifier: MIT */
/*
 * A broadcast on one CPU. Waiters that are woken together run one after the other, and all but the
 * first find the mutex held and sleep again. So a broadcast wakes one only, and that moves the
 * others to the mutex, where every unlock wakes the next.
 *
 * It can, because it is about to lock the mutex: that exists, and as the lock leaves the mark for
 * sleepers (WORD_SLEEP), its unlock wakes one of those that were moved, whoever has the mutex until
 * then. They have been released and will do the same. For the broadcaster nothing of that is sure.
 *
 * As with musl, the others wait for the one that is woken: also while it runs a signal handler.
 */
#include "cond.h"
#include "core/wait.h"
#include "pthread/mutex/mutex.h"

/*
 * cond.mutex: the first mutex that was waited with, where there was one CPU | MIXED. To that one
 * only are waiters ever moved, and destroy wakes those that it finds there.
 *   MIXED  somebody came with another, or with one that cannot be moved to: nobody is moved.
 */
#define MIXED ((uintptr_t)1)

void requeue_enter(struct cond *c, struct mutex *m)
{
    /* relaxed: the ticket that is drawn next orders it */
    uintptr_t old = atomic_load_explicit(&c->mutex, memory_order_relaxed), new;
    bool movable = mutex_kind(m) == PTHREAD_MUTEX_NORMAL;
    do {
        if (movable && (!old || old == (uintptr_t)m))
            new = (uintptr_t)m;
        else
            new = old | MIXED;
        if (new == old)
            return;
    } while (!atomic_compare_exchange_weak_explicit(&c->mutex, &old, new, memory_order_relaxed,
                                                    memory_order_relaxed));
}

bool requeue_possible(struct cond *c)
{
    uintptr_t m = atomic_load_explicit(&c->mutex, memory_order_relaxed);
    return cpus_usable() == 1 && m && !(m & MIXED);
}

/* True: it was the caller who had to see to those that still sleep. */
static bool take_over(struct cond *c)
{
    /* relaxed: as in requeue_pending */
    return atomic_fetch_and_explicit(&c->half[1], ~COND_REQUEUE, memory_order_relaxed) &
           COND_REQUEUE;
}

bool requeue_rest(struct cond *c, struct mutex *m)
{
    if (!take_over(c))
        return false;
    /* acquire, and before the mutex: pairs with the release of a ticket, and with the drawing of
       one by somebody who waits with another mutex */
    uint32_t f = atomic_load_explicit(&c->half[0], memory_order_acquire);
    /* With COND_SLEEP one may sleep that was not released: it would not lock the mutex when an
       unlock wakes it, and the next would sleep for ever. The kernel looks again. */
    if ((uintptr_t)m != atomic_load_explicit(&c->mutex, memory_order_relaxed) || (f & COND_SLEEP) ||
        futex_requeue(&c->half[0], f, &m->word) < 0)
        wait_wake(&c->half[0], FUTEX_EVERYONE, FUTEX_THREADS, FUTEX_ANY_BIT);
    return true;
}

void requeue_undo(struct cond *c)
{
    uintptr_t m = atomic_load_explicit(&c->mutex, memory_order_relaxed) & ~MIXED;
    if (take_over(c))
        wait_wake(&c->half[0], FUTEX_EVERYONE, FUTEX_THREADS, FUTEX_ANY_BIT);
    /* The address is all that is needed: if the mutex is gone nobody has been moved there. */
    if (m)
        wait_wake(&((struct mutex *)m)->word, FUTEX_EVERYONE, FUTEX_THREADS, FUTEX_ANY_BIT);
}
