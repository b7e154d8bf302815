/* SPDX-License-Identifier: MIT */
#include <errno.h>

#include "mutex_protocols.h"

/* Normal, and nothing else but perhaps SHARED. One path for both: a mutex of one process pays nothing
   for it, because the kind is looked at once more only where the process has a single thread. */
static inline bool is_normal_kind(int kind)
{
    return !(kind & ~MUTEX_SHARED);
}

static inline int lock_normal(struct mutex *m, int kind)
{
    if (unlikely(!plain_take(m, kind)))
        return pthread_mutex_lock_slow(m, kind, NULL);
    cpu_return_gap();
    return 0;
}

/* Recursive or error-checking, and nothing else. */
static inline bool is_owned_kind(int kind)
{
    return (unsigned)kind - 1 < 2;
}
_Static_assert(PTHREAD_MUTEX_RECURSIVE + PTHREAD_MUTEX_ERRORCHECK == 3 &&
                   PTHREAD_MUTEX_RECURSIVE * PTHREAD_MUTEX_ERRORCHECK == 2,
               "they are 1 and 2");

PTHIN_EXPORT_FAST int pthread_mutex_lock(pthread_mutex_t *mutex)
{
    struct mutex *m = mutex_of(mutex);
    int kind = mutex_kind(m);
    if (likely(is_normal_kind(kind)))
        return lock_normal(m, kind);
    if (likely(is_owned_kind(kind))) {
        uint32_t tid = host_self_tid();
        if (unlikely(mutex_owned_by(m, tid))) {
            if (likely(kind == PTHREAD_MUTEX_RECURSIVE && m->count != UINT32_MAX)) {
                m->count++;
                return 0;
            }
        } else if (likely(plain_take(m, PTHREAD_MUTEX_RECURSIVE))) {
            mutex_set_owner(m, tid);
            return 0;
        }
    }
    if ((kind & (MUTEX_ROBUST | MUTEX_INHERIT)) == MUTEX_ROBUST)
        return robust_lock(m, kind, NULL, false);
    return mutex_lock(m, NULL, false);
}
PTHIN_ALIAS(pthread_mutex_lock, __pthread_mutex_lock);

PTHIN_EXPORT int pthread_mutex_trylock(pthread_mutex_t *mutex)
{
    struct mutex *m = mutex_of(mutex);
    if (likely(mutex_kind(m) == PTHREAD_MUTEX_NORMAL))
        return plain_take(m, PTHREAD_MUTEX_NORMAL) ? 0 : EBUSY;
    return mutex_lock(m, NULL, true);
}
PTHIN_ALIAS(pthread_mutex_trylock, __pthread_mutex_trylock);

PTHIN_EXPORT_FAST int pthread_mutex_unlock(pthread_mutex_t *mutex)
{
    struct mutex *m = mutex_of(mutex);
    int kind = mutex_kind(m);
    if (likely(is_normal_kind(kind)))
        return plain_unlock(m, kind);
    if (likely(is_owned_kind(kind)))
        return plain_unlock_level_inline(m, PTHREAD_MUTEX_RECURSIVE);
    if ((kind & (MUTEX_ROBUST | MUTEX_INHERIT)) == MUTEX_ROBUST)
        return robust_unlock(m, kind);
    return mutex_unlock(m);
}
PTHIN_ALIAS(pthread_mutex_unlock, __pthread_mutex_unlock);
