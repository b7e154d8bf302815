/* SPDX-License-Identifier: MIT */
/*
 * A broadcast on one CPU. Waiters that are woken together run one after the other, and all but the
 * first find the mutex held and sleep again. So a broadcast wakes one only, and that moves the
 * others to the mutex, where every unlock wakes the next.
 *
 * It can, because it is about to lock the mutex: that exists, and as the lock leaves the mark for
 * sleepers (WORD_SLEEP), its unlock wakes one of those that were moved, whoever has the mutex until
 * then. They have been released and will do the same. For the broadcaster nothing of that is sure.
 */
#include "cond.h"
#include "core/cpus.h"
#include "mutex.h"

/* cond.mutex, if waiters came with more than one, or one that cannot be moved to. */
#define NO_MUTEX ((uintptr_t)1)

void requeue_enter(struct cond *c, struct mutex *m)
{
    /* Threads on one CPU see each other's accesses in order: relaxed, all in here that others do
       not order. */
    uintptr_t old = atomic_load_explicit(&c->mutex, memory_order_relaxed), mine = (uintptr_t)m;
    if (mutex_kind(m) != PTHREAD_MUTEX_NORMAL || (c->flags & COND_SHARED))
        mine = NO_MUTEX;
    if (old == mine)
        return;
    if (old || !atomic_compare_exchange_strong_explicit(&c->mutex, &old, mine, memory_order_relaxed,
                                                        memory_order_relaxed))
        atomic_store_explicit(&c->mutex, NO_MUTEX, memory_order_relaxed);
}

bool requeue_possible(struct cond *c)
{
    return cpus_usable() == 1 && atomic_load_explicit(&c->mutex, memory_order_relaxed) > NO_MUTEX;
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
    uint32_t f = atomic_load_explicit(&c->half[0], memory_order_relaxed);
    /* With COND_SLEEP one may sleep that was not released: it would not lock the mutex when an
       unlock wakes it, and the next would sleep for ever. The kernel looks again. */
    if ((uintptr_t)m != atomic_load_explicit(&c->mutex, memory_order_relaxed) || (f & COND_SLEEP) ||
        futex_requeue(&c->half[0], f, &m->word) < 0)
        cond_wake(&c->half[0], c->flags, FUTEX_EVERYONE, FUTEX_ANY_BIT);
    return true;
}

void requeue_undo(struct cond *c)
{
    uintptr_t m = atomic_load_explicit(&c->mutex, memory_order_relaxed);
    if (take_over(c))
        cond_wake(&c->half[0], c->flags, FUTEX_EVERYONE, FUTEX_ANY_BIT);
    /* The address is all that is needed: if the mutex is gone nobody has been moved there. */
    if (m > NO_MUTEX)
        cond_wake(&((struct mutex *)m)->word, c->flags, FUTEX_EVERYONE, FUTEX_ANY_BIT);
}
