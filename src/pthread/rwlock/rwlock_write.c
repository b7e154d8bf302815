/* SPDX-License-Identifier: MIT */
/* Locking for writing where that is not done in one step. */
#include <errno.h>

#include "core/sched.h"
#include "pthread/deadline.h"
#include "rwlock.h"

/* A writer on the slow path. */
struct writer {
    struct rwlock *lock;
    bool counted;  /* has been, among WRITERS */
    uint64_t fork; /* FORK when it was */
    int rank;      /* sched_rank, once counted */
};

/* Whether s counts it: it may have been forgotten. */
static bool is_counted(const struct writer *w, uint64_t s)
{
    return w->counted && (s & RWLOCK_WRITERS) && (s & RWLOCK_FORK) == w->fork;
}

static bool take(struct writer *w, uint64_t *seen)
{
    _Atomic uint64_t *word = rwlock_word(w->lock);
    uint64_t s = atomic_load_explicit(word, memory_order_relaxed);
    for (;;) {
        if (!w->counted && rwlock_heal(w->lock, s)) {
            s = atomic_load_explicit(word, memory_order_relaxed);
            continue;
        }
        *seen = s;
        if (!rwlock_is_free(s))
            return false;
        bool counted = is_counted(w, s);
        uint64_t taken = (counted ? rwlock_less_writer(w->lock, s) : s) | RWLOCK_WRITTEN;
        /* acquire: pairs with the release of all that unlocked. seq_cst for writer_left. */
        if (atomic_compare_exchange_weak_explicit(word, &s, taken, memory_order_seq_cst,
                                                  memory_order_relaxed)) {
            /* The turns of those that wait begin anew; between processes they may be dead, and one
               that did not wait with them proves nothing. relaxed: a hint */
            if ((taken & RWLOCK_WRITERS) && (counted || !rwlock_is_shared(w->lock)))
                atomic_store_explicit(rwlock_since(w->lock), rwlock_now(), memory_order_relaxed);
            rwlock_set_owner(w->lock);
            return true;
        }
    }
}

/*
 * A writer of a real-time priority waits no more: writer_rank may be lower now. Those that are
 * left announce theirs again. Either they do so after the store, or they are counted by the time
 * of the load: a writer announces its rank after it was counted. All seq_cst.
 */
static void writer_left(struct writer *w)
{
    struct rwlock *l = w->lock;
    if (w->rank == 0 ||
        (uint32_t)w->rank < atomic_load_explicit(&l->writer_rank, memory_order_seq_cst))
        return;
    atomic_store_explicit(&l->writer_rank, 0, memory_order_seq_cst);
    if (atomic_load_explicit(rwlock_word(l), memory_order_seq_cst) & RWLOCK_WRITERS)
        rwlock_wake(l, RWLOCK_BIT_WRITER, FUTEX_EVERYONE, rwlock_scope(l));
}

/* True: given up. False: the lock is free, and giving up would leave it to nobody. */
static bool give_up(struct writer *w)
{
    struct rwlock *l = w->lock;
    enum futex_scope scope = rwlock_scope(l);
    uint64_t s = atomic_load_explicit(rwlock_word(l), memory_order_relaxed), without;
    bool readers;
    do {
        if (rwlock_is_free(s))
            return false;
        without = is_counted(w, s) ? rwlock_less_writer(l, s) : s;
        /* Readers that waited for nothing else, or only for a priority, look again. */
        readers = (s & RWLOCK_READERS_SLEEP) && !(s & RWLOCK_WRITTEN) &&
                  (w->rank || !(without & RWLOCK_WRITERS));
        if (readers)
            without &= ~RWLOCK_READERS_SLEEP;
        /* seq_cst: for writer_left */
    } while (!atomic_compare_exchange_weak_explicit(rwlock_word(l), &s, without,
                                                    memory_order_seq_cst, memory_order_relaxed));
    w->counted = false;
    writer_left(w);
    if (readers)
        rwlock_wake(l, RWLOCK_BIT_READER, FUTEX_EVERYONE, scope);
    return true;
}

/* Sleeps, having seen s. 0: look again; ETIMEDOUT. */
static int wait(struct writer *w, uint64_t s, const struct deadline *deadline)
{
    struct rwlock *l = w->lock;
    if (!is_counted(w, s)) {
        uint64_t with = rwlock_with_fork(l, s) + RWLOCK_WRITER;
        if (!(s & RWLOCK_WRITERS)) /* relaxed: a hint */
            atomic_store_explicit(rwlock_since(l), rwlock_now(), memory_order_relaxed);
        /* seq_cst: for writer_left */
        if (!atomic_compare_exchange_strong_explicit(rwlock_word(l), &s, with, memory_order_seq_cst,
                                                     memory_order_relaxed))
            return 0;
        w->counted = true;
        w->fork = with & RWLOCK_FORK;
        w->rank = sched_rank();
        s = with;
    }
    if (w->rank > 0)
        rwlock_announce(&l->writer_rank, (uint32_t)w->rank);
    long slept = rwlock_sleep(l, s, deadline, RWLOCK_BIT_WRITER);
    return slept == -ETIMEDOUT && give_up(w) ? ETIMEDOUT : 0;
}

int pthread_rwlock_wrlock_slow(pthread_rwlock_t *lock, clockid_t clock,
                               const struct timespec *until)
{
    struct rwlock *l = rwlock_of(lock);
    if (rwlock_is_libc(l))
        return libc_shared.rwlock_wrlock(lock, clock, until);
    struct writer w = {.lock = l};
    struct deadline deadline;
    uint64_t s;
    if (take(&w, &s))
        return 0;
    if ((s & RWLOCK_WRITTEN) && rwlock_is_mine(l))
        return EDEADLK;
    if (until) {
        int err = deadline_from(&deadline, clock, until);
        if (err)
            return err;
        if (deadline_passed(&deadline))
            return ETIMEDOUT;
    }
    rwlock_spin(l, RWLOCK_WRITTEN | RWLOCK_READERS);
    while (!take(&w, &s)) {
        int err = wait(&w, s, until ? &deadline : NULL);
        if (err)
            return err;
    }
    if (w.counted)
        writer_left(&w);
    return 0;
}

int pthread_rwlock_trywrlock_slow(pthread_rwlock_t *lock)
{
    struct rwlock *l = rwlock_of(lock);
    struct writer w = {.lock = l};
    uint64_t s;
    if (rwlock_is_libc(l))
        return libc_shared.rwlock_trywrlock(lock);
    return take(&w, &s) ? 0 : EBUSY;
}
