/* SPDX-License-Identifier: MIT */
/*
 * Read-write locks and barriers between processes are glibc's own, and condition variables where
 * its format allows it, so that processes on glibc alone can share them. Each of our threads has a
 * descriptor of glibc's, which is all that they need.
 */
#include "host/libc_shared.h"

#include <errno.h>

#include "core/futex.h"
#include "symbols.h"

/* Who is on its way out of an object leaves within a moment, or was killed. After a second we take
   it for dead. */
#define LEAVE_POLL_NS 1000000
#define LEAVE_POLLS   1000

/* A pause between two looks at the word, as long as it does not change. */
static void leave_poll(const _Atomic uint32_t *word, uint32_t seen)
{
    struct deadline until;
    deadline_in(&until, 1 /* CLOCK_MONOTONIC */, LEAVE_POLL_NS);
    futex_wait(word, seen, FUTEX_PROCESSES, &until, FUTEX_ANY_BIT);
}

static int rwlock_init(pthread_rwlock_t *l, int kind)
{
    pthread_rwlockattr_t attr;
    glibc()->rwlockattr_init(&attr);
    glibc()->rwlockattr_setkind(&attr, kind);
    glibc()->rwlockattr_setpshared(&attr, PTHREAD_PROCESS_SHARED);
    return glibc()->rwlock_init(l, &attr);
}

static int rwlock_destroy(pthread_rwlock_t *l)
{
    return glibc()->rwlock_destroy(l);
}

static int rwlock_tryrdlock(pthread_rwlock_t *l)
{
    return glibc()->rwlock_tryrdlock(l);
}

static int rwlock_trywrlock(pthread_rwlock_t *l)
{
    return glibc()->rwlock_trywrlock(l);
}

static int rwlock_rdlock(pthread_rwlock_t *l, clockid_t clock, const struct timespec *until)
{
    return until ? glibc()->rwlock_clockrdlock(l, clock, until) : glibc()->rwlock_rdlock(l);
}

static int rwlock_wrlock(pthread_rwlock_t *l, clockid_t clock, const struct timespec *until)
{
    return until ? glibc()->rwlock_clockwrlock(l, clock, until) : glibc()->rwlock_wrlock(l);
}

static int rwlock_unlock(pthread_rwlock_t *l)
{
    return glibc()->rwlock_unlock(l);
}

static int barrier_init(pthread_barrier_t *b, unsigned count)
{
    pthread_barrierattr_t attr;
    glibc()->barrierattr_init(&attr);
    glibc()->barrierattr_setpshared(&attr, PTHREAD_PROCESS_SHARED);
    return glibc()->barrier_init(b, &attr, count);
}

/* What glibc has in a barrier, since 2.24. */
struct glibc_barrier {
    _Atomic uint32_t in;    /* threads that have come, in all rounds; starts again far up */
    _Atomic uint32_t round; /* those of rounds that are over */
    uint32_t count, shared;
    _Atomic uint32_t out; /* threads that have left; starts again with in */
};
_Static_assert(offsetof(struct glibc_barrier, shared) == 12, "where barrier.h looks for it");

/*
 * Not glibc's, which waits without end: for threads that wait at the barrier, where EBUSY is due;
 * and for those that were killed on their way out. Other than to wait there is nothing to do.
 */
static int barrier_destroy(pthread_barrier_t *barrier)
{
    struct glibc_barrier *b = (struct glibc_barrier *)barrier;
    uint32_t in = atomic_load_explicit(&b->in, memory_order_relaxed), out;
    if (in != atomic_load_explicit(&b->round, memory_order_relaxed))
        return EBUSY;
    /* acquire: pairs with the release of those who leave */
    for (int i = 0; i < LEAVE_POLLS; i++) {
        out = atomic_load_explicit(&b->out, memory_order_acquire);
        if (out == in)
            break;
        leave_poll(&b->out, out);
    }
    return 0;
}

static int barrier_wait(pthread_barrier_t *b)
{
    return glibc()->barrier_wait(b);
}

/*
 * Condition variables. Up to 2.40, glibc's signal waits until all waiters of an earlier one have
 * left, without end if one was killed; and a signal that was for such a one wakes nobody else. From
 * 2.41 on it does not wait, and a broadcast releases all who wait, dead or not. So there a signal
 * may be done by a broadcast: POSIX allows spurious wakes.
 *
 * A word counts the waiters, 8 for each, above the mark of those between processes, 1, the clock,
 * 2, and one of destroy's. Its place tells which of the two it is.
 */
#define WREFS_OLD       9
#define WREFS_NEW       7
#define WREFS_WORDS     (sizeof(pthread_cond_t) / sizeof(uint32_t))
#define WREFS_ONE       8u
#define WREFS_MONOTONIC 2u
#define WREFS_OWN       0x80000000u /* in an object of pthin's own: more than glibc ever counts */

static _Atomic uint32_t *wrefs(const pthread_cond_t *c)
{
    static _Atomic uint32_t known; /* the place; 0: not yet asked for */
    /* relaxed, both: whoever asks finds the same */
    uint32_t place = atomic_load_explicit(&known, memory_order_relaxed);
    if (!place) {
        union {
            pthread_cond_t cond;
            uint32_t words[WREFS_WORDS];
        } probe = {.words = {0}};
        pthread_condattr_t attr;
        glibc()->condattr_init(&attr);
        glibc()->condattr_setpshared(&attr, PTHREAD_PROCESS_SHARED);
        glibc()->cond_init(&probe.cond, &attr);
        place = probe.words[WREFS_OLD] == 1 ? WREFS_OLD : WREFS_NEW;
        atomic_store_explicit(&known, place, memory_order_relaxed);
    }
    return (_Atomic uint32_t *)(uintptr_t)c + place;
}

static bool is_new(const pthread_cond_t *c)
{
    return wrefs(c) == (_Atomic uint32_t *)(uintptr_t)c + WREFS_NEW;
}

static bool cond_init(pthread_cond_t *c, clockid_t clock)
{
    pthread_condattr_t attr;
    if (!is_new(c))
        return false;
    glibc()->condattr_init(&attr);
    glibc()->condattr_setclock(&attr, clock);
    glibc()->condattr_setpshared(&attr, PTHREAD_PROCESS_SHARED);
    glibc()->cond_init(c, &attr);
    return true;
}

static bool cond_is(const pthread_cond_t *c)
{
    return is_new(c) || !(atomic_load_explicit(wrefs(c), memory_order_relaxed) & WREFS_OWN);
}

/* glibc's does nothing but wait, for those who are dead without end. */
static int cond_destroy(pthread_cond_t *c)
{
    uint32_t seen;
    /* acquire: pairs with the release of those who leave */
    for (int i = 0; i < LEAVE_POLLS; i++) {
        seen = atomic_load_explicit(wrefs(c), memory_order_acquire);
        if (seen < WREFS_ONE)
            break;
        leave_poll(wrefs(c), seen);
    }
    return 0;
}

static int cond_signal(pthread_cond_t *c)
{
    return is_new(c) ? glibc()->cond_broadcast(c) : glibc()->cond_signal(c);
}

static int cond_broadcast(pthread_cond_t *c)
{
    return glibc()->cond_broadcast(c);
}

static int cond_wait(pthread_cond_t *c, pthread_mutex_t *m, clockid_t clock,
                     const struct timespec *until)
{
    return until ? glibc()->cond_clockwait(c, m, clock, until) : glibc()->cond_wait(c, m);
}

static clockid_t cond_clock(const pthread_cond_t *c)
{
    /* relaxed: set at initialisation */
    uint32_t word = atomic_load_explicit(wrefs(c), memory_order_relaxed);
    return word & WREFS_MONOTONIC ? CLOCK_MONOTONIC : CLOCK_REALTIME;
}

const struct libc_shared libc_shared = {
    .rwlock_init = rwlock_init,
    .rwlock_destroy = rwlock_destroy,
    .rwlock_tryrdlock = rwlock_tryrdlock,
    .rwlock_trywrlock = rwlock_trywrlock,
    .rwlock_rdlock = rwlock_rdlock,
    .rwlock_wrlock = rwlock_wrlock,
    .rwlock_unlock = rwlock_unlock,
    .barrier_init = barrier_init,
    .barrier_destroy = barrier_destroy,
    .barrier_wait = barrier_wait,
    .cond_init = cond_init,
    .cond_is = cond_is,
    .cond_destroy = cond_destroy,
    .cond_signal = cond_signal,
    .cond_broadcast = cond_broadcast,
    .cond_wait = cond_wait,
    .cond_clock = cond_clock,
};
