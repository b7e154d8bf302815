/* SPDX-License-Identifier: MIT */
/* Locking for reading where that is not done in one step. */
#include <errno.h>

#include "core/sched.h"
#include "core/wait.h"
#include "pthread/deadline.h"
#include "rwlock.h"

/* How often the time doubles after which a reader looks again while a writer has the lock: up to a
   second. */
#define DOUBLED_MOST 6

/* A reader on the slow path. */
struct reader {
    struct rwlock *lock;
    int rank;       /* sched_rank, -1 until it was asked for */
    bool impatient; /* has waited for writers long enough */
    bool in_vain;   /* slept until it was to look again */
    int naps;       /* while a writer had the lock, or between processes by its kind or priority */
    uint32_t patience; /* having looked: in ticks, when it is to look again */
};

static int rank_of(struct reader *r)
{
    if (r->rank < 0)
        r->rank = sched_rank();
    return r->rank;
}

/* Whether it is the turn of readers: rwlock.h. If not, sets patience. */
static bool has_turn(struct reader *r, uint64_t s)
{
    uint32_t since = atomic_load_explicit(rwlock_since(r->lock), memory_order_relaxed);
    uint32_t waited = rwlock_now() - since, whole = RWLOCK_SHORTEST;
    while (whole < RWLOCK_LONGEST && waited >= 2 * whole)
        whole *= 2;
    uint32_t part = whole / RWLOCK_PART, at = waited % whole;
    if (at < part)
        r->patience = part - at;
    else if (!(s & RWLOCK_READERS))
        r->patience = RWLOCK_TURN;
    else
        return true;
    return false;
}

/* Whether the reader, at a lock that is not held for writing, lets the waiting writers go first. */
static bool must_wait_for_writers(struct reader *r, uint64_t s)
{
    struct rwlock *l = r->lock;
    if (l->kind == RWLOCK_KIND_READERS)
        return false;
    if (l->kind != RWLOCK_KIND_STRICT) {
        if (rwlock_reads.held || r->impatient)
            return false;
        if ((r->rank < 0 && sched_rank_lately() == 0) || rank_of(r) == 0)
            return !has_turn(r, s);
    }
    return (uint32_t)rank_of(r) <= atomic_load_explicit(&l->writer_rank, memory_order_seq_cst);
}

static bool may_take(struct reader *r, uint64_t s)
{
    return !(s & RWLOCK_WRITTEN) && (!(s & RWLOCK_WRITERS) || !must_wait_for_writers(r, s));
}

/* s when the reader has taken it. The first at a lock that was left to writers looks to the others
   that sleep, for it may be waiting for one of them: those that came while a writer had the lock do
   not look again for long. */
static uint64_t taken(uint64_t s)
{
    return (s & RWLOCK_READERS ? s : s & ~RWLOCK_READERS_SLEEP) + 1;
}

/* Takes it if it may: 0, EAGAIN; EBUSY if not. *seen is the word that said so. */
static int take(struct reader *r, uint64_t *seen)
{
    struct rwlock *l = r->lock;
    uint64_t s = atomic_load_explicit(rwlock_word(l), memory_order_relaxed);
    for (;;) {
        if (rwlock_heal(l, s)) {
            s = atomic_load_explicit(rwlock_word(l), memory_order_relaxed);
            continue;
        }
        *seen = s;
        if (!may_take(r, s))
            return EBUSY;
        if ((s & RWLOCK_READERS) == RWLOCK_READERS)
            return EAGAIN;
        /* acquire: pairs with the release of the writer that unlocked */
        if (atomic_compare_exchange_weak_explicit(rwlock_word(l), &s, taken(s),
                                                  memory_order_acquire, memory_order_relaxed))
            break;
    }
    rwlock_reads.held++;
    if (taken(s) != s + 1)
        rwlock_wake(l, RWLOCK_BIT_READER, FUTEX_EVERYONE, rwlock_scope(l));
    return 0;
}

/* When to look again, on the clock of until or any, if that is before until. */
static bool patience_ends(struct reader *r, bool patient, const struct deadline *until,
                          struct deadline *end)
{
    uint32_t ticks = r->patience;
    if (!patient) {
        ticks = (uint32_t)RWLOCK_LONGEST_TURN << r->naps;
        if (r->naps < DOUBLED_MOST)
            r->naps++;
    }
    deadline_in(end, until ? until->clock : CLOCK_MONOTONIC, (int64_t)ticks << RWLOCK_TICK_SHIFT);
    return !until || ktime_before(&end->at, &until->at);
}

/* Sleeps, having seen s. 0: look again; ETIMEDOUT. */
static int wait(struct reader *r, uint64_t s, const struct deadline *until)
{
    struct rwlock *l = r->lock;
    struct deadline end;
    /* With a priority by which it has to wait, it does so. Between processes it looks whether those
       that it waits for live. */
    bool patient = l->kind < RWLOCK_KIND_STRICT && rank_of(r) == 0;
    bool looks = patient || (rwlock_is_shared(l) && l->kind != RWLOCK_KIND_READERS);
    if (!wait_mark(rwlock_word(l), &s, RWLOCK_READERS_SLEEP))
        return 0;
    if (rank_of(r) > 0)
        rwlock_announce(&l->reader_rank, (uint32_t)rank_of(r));
    looks = looks && patience_ends(r, patient && !(s & RWLOCK_WRITTEN), until, &end);
    long slept = rwlock_sleep(l, s, looks ? &end : until, RWLOCK_BIT_READER);
    r->in_vain = slept == -ETIMEDOUT;
    if (!r->in_vain)
        return 0;
    if (!looks)
        return ETIMEDOUT;
    r->impatient = patient;
    return 0;
}

int pthread_rwlock_rdlock_slow(pthread_rwlock_t *lock, clockid_t clock,
                               const struct timespec *until)
{
    struct rwlock *l = rwlock_of(lock);
    if (rwlock_is_libc(l))
        return libc_shared.rwlock_rdlock(lock, clock, until);
    struct reader r = {.lock = l, .rank = -1};
    struct deadline deadline;
    uint64_t s;
    int err = take(&r, &s);
    if (err != EBUSY)
        return err;
    if ((s & RWLOCK_WRITTEN) && rwlock_is_mine(l))
        return EDEADLK;
    if (until) {
        err = deadline_from(&deadline, clock, until);
        if (err)
            return err;
        if (deadline_passed(&deadline))
            return ETIMEDOUT;
    }
    rwlock_spin(l, RWLOCK_WRITTEN | RWLOCK_WRITERS);
    for (bool woken = false; (err = take(&r, &s)) == EBUSY; woken = true) {
        /* We were woken at a lock that we leave to a writer: it may not have been. Or we sleep
           behind readers, and wait for writers who do not. */
        if (woken && (rwlock_is_free(s) || (r.in_vain && !(s & RWLOCK_WRITTEN))) &&
            rwlock_left_to_dead(l, s))
            continue;
        err = wait(&r, s, until ? &deadline : NULL);
        if (err)
            return err;
    }
    /* Let in ahead of writers, by priority: so may be the next, which unlock has not woken. */
    if (!err && r.rank > 0 && (s & RWLOCK_WRITERS) && (taken(s) & RWLOCK_READERS_SLEEP))
        rwlock_wake(l, RWLOCK_BIT_READER, 1, rwlock_scope(l));
    return err;
}

int pthread_rwlock_tryrdlock_slow(pthread_rwlock_t *lock)
{
    struct rwlock *l = rwlock_of(lock);
    struct reader r = {.lock = l, .rank = -1};
    uint64_t s;
    if (rwlock_is_libc(l))
        return libc_shared.rwlock_tryrdlock(lock);
    int err = take(&r, &s);
    if (err == EBUSY && rwlock_is_shared(l) && rwlock_is_free(s) && rwlock_left_to_dead(l, s))
        err = take(&r, &s);
    return err;
}
