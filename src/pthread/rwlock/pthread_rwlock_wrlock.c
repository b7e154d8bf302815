/* SPDX-License-Identifier: MIT */
/* Locking for writing: for ever, not at all, until a time on a clock. */
#include <errno.h>

#include "pthread/deadline.h"
#include "rwlock.h"

static inline bool lock_fast(struct rwlock *l)
{
    uint64_t unused = 0;
    /* acquire: pairs with the release of all that unlocked */
    if (unlikely(!atomic_compare_exchange_strong_explicit(
            rwlock_word(l), &unused, RWLOCK_WRITTEN, memory_order_acquire, memory_order_relaxed)))
        return false;
    rwlock_set_owner(l);
    return true;
}

PTHIN_EXPORT_FAST int pthread_rwlock_wrlock(pthread_rwlock_t *lock)
{
    struct rwlock *l = rwlock_of(lock);
    return lock_fast(l) ? 0 : pthread_rwlock_wrlock_slow(lock, CLOCK_REALTIME, NULL);
}
PTHIN_ALIAS(pthread_rwlock_wrlock, __pthread_rwlock_wrlock);

PTHIN_EXPORT int pthread_rwlock_trywrlock(pthread_rwlock_t *lock)
{
    return lock_fast(rwlock_of(lock)) ? 0 : pthread_rwlock_trywrlock_slow(lock);
}
PTHIN_ALIAS(pthread_rwlock_trywrlock, __pthread_rwlock_trywrlock);

PTHIN_EXPORT int pthread_rwlock_clockwrlock(pthread_rwlock_t *restrict lock, clockid_t clock,
                                            const struct timespec *restrict until)
{
    return deadline_clock_valid(clock) ? pthread_rwlock_wrlock_slow(lock, clock, until) : EINVAL;
}

PTHIN_EXPORT int pthread_rwlock_timedwrlock(pthread_rwlock_t *restrict lock,
                                            const struct timespec *restrict until)
{
    return pthread_rwlock_clockwrlock(lock, CLOCK_REALTIME, until);
}
