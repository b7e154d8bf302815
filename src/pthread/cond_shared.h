/* SPDX-License-Identifier: MIT */
/*
 * Condition variables between processes. A process may be killed at any point: what it has counted
 * stays counted, but the kernel takes it out of the queue. So the queue decides who gets a signal,
 * and what is counted may be too much but never too little.
 *
 * On hosts with HOST_LIBC_SHARED there are also those that the libc initialised, whose functions
 * then do all; and where the libc's format allows it, none but those.
 */
#ifndef PTHIN_PTHREAD_COND_SHARED_H
#define PTHIN_PTHREAD_COND_SHARED_H

#include <pthread.h>
#include <time.h>

#include "core/futex.h"
#include "host/libc_shared.h"

/*
 * The words of a pthread_cond_t, from its beginning, whatever its alignment. They lie so that a
 * process on glibc up to 2.40 that knows nothing of pthin may signal it. If it waits, it leaves a
 * trace, and our next step ends in an error: we could not wake it.
 *
 *   waiters  those who wait and have not been released; also some that were killed, timed out or
 *            came back without having been released: at least those who are asleep or about to be.
 *            A waiter adds itself while it holds the mutex, a signal takes one off, a broadcast
 *            all. At SHARED_MANY it stays.
 *            SHARED_UNSURE: whoever took some off may have been killed before it woke them. Set by
 *            each signal or broadcast that takes some off; one that finds it alone clears it, and
 *            releases all. So only if that one is killed as well are they forgotten, until another
 *            waits and is signalled.
 *
 *   armed    what makes a signal of glibc's go to seq: SHARED_ARMED, which glibc counts down. Each
 *            waiter sets it.
 *
 *   mark     SHARED_MARK, SHARED_GLIBC and SHARED_MONOTONIC if timedwait measures on that clock;
 *            never changed. 0 in an object that is private to a process; else it is the libc's.
 *
 *   seq      the futex word: every signal and broadcast adds 2. A waiter that finds another value
 *            than the one that it saw before it gave up the mutex is released. It begins with
 *            another value each time: who was released may look as late as in the next life of the
 *            memory, and must not find there what it saw.
 *
 *   others   0
 *
 * On 32 bits mark and seq have changed places: only the last word is of no other use in a private
 * one, which may begin at its second word.
 *
 * A signal wakes one of those who sleep, by their priorities and then by how long they have slept.
 * Those who are on their way to sleep, and were not counted as one of them, find the other value
 * and come back too: spuriously, which POSIX allows. A waiter that the mutex was given up by does
 * not touch the object any more, but for the kernel's look at seq: so it may be destroyed as soon
 * as all are released, and destroy waits for nobody.
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

/* Neither of the two words is anything but 0 in one that is private (cond.h). */
static inline bool cond_is_shared(const pthread_cond_t *c)
{
    struct cond_shared *s = cond_shared_of(c);
    uint32_t mark = atomic_load_explicit(&s->mark, memory_order_relaxed);
    if (HOST_LIBC_SHARED) /* newer glibcs have theirs there */
        mark |= atomic_load_explicit(&s->armed, memory_order_relaxed);
    return unlikely(mark != 0);
}

int cond_shared_init(pthread_cond_t *c, clockid_t clock);
int cond_shared_destroy(pthread_cond_t *c);
int cond_shared_signal(pthread_cond_t *c);
int cond_shared_broadcast(pthread_cond_t *c);
/* until NULL: for ever. */
int cond_shared_wait(pthread_cond_t *c, pthread_mutex_t *m, clockid_t clock,
                     const struct timespec *until);
/* On the clock that it was initialised with. */
int cond_shared_timedwait(pthread_cond_t *c, pthread_mutex_t *m, const struct timespec *until);

#endif
