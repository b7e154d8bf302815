/* SPDX-License-Identifier: MIT */
/* Locking for reading: for ever, not at all, until a time on a clock. */
#include <errno.h>

#include "pthread/deadline.h"
#include "rwlock.h"

/* After a wrong guess of another thread's read locks rdlock looks so many times before it guesses
   again: where threads meet all the time, that is cheaper. */
#define UNSURE 64

/* As long as there are no writers, nobody waits and there is room for one more: s + 1. */
static inline bool add_reader(struct rwlock *l, uint64_t *s)
{
    /* acquire: pairs with the release of the writer that unlocked */
    if (unlikely(!atomic_compare_exchange_strong_explicit(
            rwlock_word(l), s, *s + 1, memory_order_acquire, memory_order_relaxed)))
        return false;
    rwlock_reads.held++;
    return true;
}

static inline bool lock_fast(struct rwlock *l)
{
    struct rwlock_reads *mine = &rwlock_reads;
    uint64_t s = mine->guess;
    if (likely(mine->unsure == 0)) {
        if (likely(add_reader(l, &s)))
            return true;
        if (s < RWLOCK_READERS) {
            mine->guess = (uint32_t)s;
            mine->unsure = UNSURE;
        }
    } else {
        mine->unsure--;
        s = atomic_load_explicit(rwlock_word(l), memory_order_relaxed);
    }
    while (likely(s < RWLOCK_READERS))
        if (likely(add_reader(l, &s)))
            return true;
    return false;
}

PTHIN_EXPORT_FAST int pthread_rwlock_rdlock(pthread_rwlock_t *lock)
{
    struct rwlock *l = rwlock_of(lock);
    return lock_fast(l) ? 0 : pthread_rwlock_rdlock_slow(lock, CLOCK_REALTIME, NULL);
}
PTHIN_ALIAS(pthread_rwlock_rdlock, __pthread_rwlock_rdlock);

PTHIN_EXPORT int pthread_rwlock_tryrdlock(pthread_rwlock_t *lock)
{
    struct rwlock *l = rwlock_of(lock);
    uint64_t s = atomic_load_explicit(rwlock_word(l), memory_order_relaxed);
    return s < RWLOCK_READERS && add_reader(l, &s) ? 0 : pthread_rwlock_tryrdlock_slow(lock);
}
PTHIN_ALIAS(pthread_rwlock_tryrdlock, __pthread_rwlock_tryrdlock);

PTHIN_EXPORT int pthread_rwlock_clockrdlock(pthread_rwlock_t *restrict lock, clockid_t clock,
                                            const struct timespec *restrict until)
{
    return deadline_clock_valid(clock) ? pthread_rwlock_rdlock_slow(lock, clock, until) : EINVAL;
}

PTHIN_EXPORT int pthread_rwlock_timedrdlock(pthread_rwlock_t *restrict lock,
                                            const struct timespec *restrict until)
{
    return pthread_rwlock_clockrdlock(lock, CLOCK_REALTIME, until);
}
