/* SPDX-License-Identifier: MIT */
/*
 * Condition variables between processes. A process may be killed at any point. The waiters that it
 * has counted then stay counted, but the kernel takes its threads out of the futex's queue. So the
 * queue decides who gets a signal; the count only tells whether there is anybody to wake. It may be
 * too high, and is never too low.
 *
 * On hosts with HOST_LIBC_SHARED, condition variables that a process on the plain libc has
 * initialised are used by the libc's own functions. Where the libc's format allows it, pthin
 * initialises its own ones in that format, too.
 */
#ifndef PTHIN_PTHREAD_COND_SHARED_H
#define PTHIN_PTHREAD_COND_SHARED_H

#include <pthread.h>
#include <time.h>

#include "core/futex.h"
#include "host/libc_shared.h"
#include "pthread/mutex/mutex.h"

/*
 * The words of a pthread_cond_t, from its beginning, whatever its alignment. They lie so that a
 * process on plain glibc up to 2.40 may signal one that pthin initialised. It may not wait for it,
 * because pthin could not wake it: glibc's wait writes to words that are 0 here, and pthin's next
 * use of the object ends the program with an error.
 *
 *   waiters  bits 0-30: the threads that wait and have not been released. Threads that were killed,
 *            timed out or came back by themselves may still be counted. A waiter adds itself while
 *            it holds the mutex. A signal takes one off, a broadcast all. From SHARED_MANY on no
 *            single threads are counted any more.
 *            SHARED_UNSURE, bit 31: some that were taken off may not have been woken, because the
 *            process that had to do it was killed. Set by each signal or broadcast that takes any
 *            off. A signal that finds this bit and a count of 0 clears it and releases all. If that
 *            process is killed as well, they stay asleep until another thread waits and is
 *            signalled.
 *
 *   armed    SHARED_ARMED: it makes glibc's signal find a waiter and change seq. glibc counts it
 *            down, and each waiter sets it again.
 *
 *   mark     SHARED_MARK and SHARED_GLIBC; with SHARED_MONOTONIC timedwait measures on
 *            CLOCK_MONOTONIC. Set at initialisation. It is 0 in an object that is private to a
 *            process, and has another value in one that the libc initialised.
 *
 *   seq      the futex word. Every signal and broadcast adds 2. A waiter is released if it finds
 *            another value than the one that it read while it held the mutex. Initialisation begins
 *            with another value each time: a released thread may be so late that the memory has
 *            become another condition variable, and must not find there the value that it read.
 *
 *   others   0
 *
 * On 32 bits mark and seq have changed places. A private object may begin at its second word there,
 * and of the words that can tell the two apart only the last one has no other use in it.
 *
 * A signal wakes one of the threads that sleep: the one of the highest priority, of equals the one
 * that has slept longest. Threads that are on their way to sleep find another value of seq and come
 * back as well. That is a spurious wakeup, which POSIX allows.
 *
 * After it has given up the mutex a waiter does not touch the object; only the kernel looks at seq
 * for it. So the object may be destroyed as soon as all are released, and destroy waits for nobody.
 */
struct cond_shared {
    uint32_t zero[5];
    _Atomic uint32_t waiters;
    uint32_t unused;
    _Atomic uint32_t armed;
    uint32_t unused_too;
#if __SIZEOF_POINTER__ == 8
    _Atomic uint32_t mark;
    uint32_t zero_too;
    _Atomic uint32_t seq;
#else
    _Atomic uint32_t seq;
    uint32_t zero_too;
    _Atomic uint32_t mark;
#endif
};
_Static_assert(sizeof(struct cond_shared) <= sizeof(pthread_cond_t), "fits the public type");

#define SHARED_MARK      0x80000000u
#define SHARED_GLIBC     1u /* glibc's mark of objects between processes, in the same word */
#define SHARED_MONOTONIC 2u /* as glibc has it */
#define SHARED_ARMED     0x20000001u
#define SHARED_MANY      0x40000000u
#define SHARED_UNSURE    0x80000000u

static inline struct cond_shared *cond_shared_of(const pthread_cond_t *c)
{
    return (struct cond_shared *)(uintptr_t)c;
}

/* In one that is private both words are 0 (cond.h: zero, zero_too, unused). */
static inline bool cond_is_shared(const pthread_cond_t *c)
{
    struct cond_shared *s = cond_shared_of(c);
    uint32_t mark = atomic_load_explicit(&s->mark, memory_order_relaxed);
    if (HOST_LIBC_SHARED) /* glibc from 2.41 on has its mark of shared ones in this word */
        mark |= atomic_load_explicit(&s->armed, memory_order_relaxed);
    return unlikely(mark != 0);
}

/* What the public functions do with one between processes. */
int cond_shared_init(pthread_cond_t *c, clockid_t clock);
int cond_shared_destroy(pthread_cond_t *c);
/* Signal, or broadcast. */
int cond_shared_notify(pthread_cond_t *c, bool all);
/* until NULL: for ever. */
int cond_shared_wait(pthread_cond_t *c, pthread_mutex_t *m, clockid_t clock,
                     const struct timespec *until);
/* For one of the libc's (cond_libc.c), which is the caller's to know. deadline NULL: for ever. */
int cond_libc_wait(pthread_cond_t *c, struct mutex *m, const struct deadline *deadline);
/* Measures on the clock that c was initialised with. */
int cond_shared_timedwait(pthread_cond_t *c, pthread_mutex_t *m, const struct timespec *until);

#endif
