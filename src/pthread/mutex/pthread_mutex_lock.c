/* SPDX-License-Identifier: MIT */
#include <errno.h>

#include "core/cpus.h"
#include "mutex.h"

/* With a kind that is known when this is compiled. */
static inline int lock_normal(struct mutex *m, int kind)
{
    if (unlikely(!plain_take(m, kind)))
        return plain_lock_slow(m, kind, NULL);
    cpu_return_gap();
    return 0;
}

PTHIN_EXPORT_FAST int pthread_mutex_lock(pthread_mutex_t *mutex)
{
    struct mutex *m = mutex_of(mutex);
    int kind = mutex_kind(m);
    if (likely(kind == PTHREAD_MUTEX_NORMAL))
        return lock_normal(m, PTHREAD_MUTEX_NORMAL);
    if (kind == MUTEX_SHARED)
        return lock_normal(m, MUTEX_SHARED);
    if (kind == PTHREAD_MUTEX_RECURSIVE) {
        uint32_t tid = host_self_tid();
        if (mutex_owned_by(m, tid)) {
            if (likely(m->count != UINT32_MAX)) {
                m->count++;
                return 0;
            }
        } else if (likely(plain_take(m, PTHREAD_MUTEX_RECURSIVE))) {
            mutex_set_owner(m, tid);
            return 0;
        }
    }
    return mutex_lock_until(m, NULL);
}
PTHIN_ALIAS(pthread_mutex_lock, __pthread_mutex_lock);

PTHIN_EXPORT int pthread_mutex_trylock(pthread_mutex_t *mutex)
{
    struct mutex *m = mutex_of(mutex);
    if (likely(mutex_kind(m) == PTHREAD_MUTEX_NORMAL))
        return plain_take(m, PTHREAD_MUTEX_NORMAL) ? 0 : EBUSY;
    return mutex_trylock(m);
}
PTHIN_ALIAS(pthread_mutex_trylock, __pthread_mutex_trylock);

PTHIN_EXPORT_FAST int pthread_mutex_unlock(pthread_mutex_t *mutex)
{
    struct mutex *m = mutex_of(mutex);
    int kind = mutex_kind(m);
    if (likely(kind == PTHREAD_MUTEX_NORMAL))
        return plain_unlock(m, PTHREAD_MUTEX_NORMAL);
    if (kind == MUTEX_SHARED)
        return plain_unlock(m, MUTEX_SHARED);
    if (kind == PTHREAD_MUTEX_RECURSIVE)
        return plain_unlock_level(m, PTHREAD_MUTEX_RECURSIVE);
    return mutex_unlock(m);
}
PTHIN_ALIAS(pthread_mutex_unlock, __pthread_mutex_unlock);
