/* SPDX-License-Identifier: MIT */
/*
 * Read-write locks and barriers between processes are glibc's own, so that processes on glibc alone
 * can share them. Each of our threads has a descriptor of glibc's, which is all that they need.
 */
#include "host/libc_shared.h"

#include <errno.h>

#include "core/futex.h"
#include "symbols.h"

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

#define LEAVE_POLL_NS 1000000
#define LEAVE_POLLS   1000

/*
 * Not glibc's, which waits without end: for threads that wait at the barrier, where EBUSY is due;
 * and for those that were killed on their way out. Who is alive leaves within a moment; after a
 * second the others are taken for dead. Other than that there is nothing to do.
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
        struct deadline until = {.clock = 1 /* CLOCK_MONOTONIC */};
        sys_clock_gettime(until.clock, &until.at);
        until.at.nsec += LEAVE_POLL_NS;
        if (until.at.nsec >= 1000000000) {
            until.at.nsec -= 1000000000;
            until.at.sec++;
        }
        futex_wait(&b->out, out, FUTEX_PROCESSES, &until, FUTEX_ANY_BIT);
    }
    return 0;
}

static int barrier_wait(pthread_barrier_t *b)
{
    return glibc()->barrier_wait(b);
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
};
