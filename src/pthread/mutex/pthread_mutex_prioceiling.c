/* SPDX-License-Identifier: MIT */
#include <errno.h>

#include "mutex_protocols.h"

PTHIN_EXPORT int pthread_mutex_getprioceiling(const pthread_mutex_t *restrict mutex,
                                              int *restrict ceiling)
{
    int kind = mutex_kind(mutex_of(mutex));
    if (kind == MUTEX_DEAD || !(kind & MUTEX_PROTECT))
        return EINVAL;
    protect_will_be_used();
    *ceiling = (kind & MUTEX_CEILING) >> CEILING_SHIFT;
    return 0;
}

/* POSIX: the mutex is locked for the change, which need not follow the protocol. */
PTHIN_EXPORT int pthread_mutex_setprioceiling(pthread_mutex_t *restrict mutex, int ceiling,
                                              int *restrict old)
{
    struct mutex *m = mutex_of(mutex);
    int kind = mutex_kind(m);
    if (kind == MUTEX_DEAD || !(kind & MUTEX_PROTECT) || ceiling < CEILING_LEAST ||
        ceiling > CEILING_MOST)
        return EINVAL;
    protect_will_be_used();
    uint32_t tid = host_self_tid();
    bool mine = atomic_load_explicit(&m->owner, memory_order_relaxed) == tid;
    if (mine && (kind & MUTEX_TYPE) == PTHREAD_MUTEX_ERRORCHECK)
        return EDEADLK;
    if (!mine && !plain_take(m, kind))
        pthread_mutex_lock_slow(m, kind, NULL);
    kind = mutex_kind(m);
    int changed = (kind & ~MUTEX_CEILING) | ceiling << CEILING_SHIFT;
    if (mine) {
        /* Its unlock will leave the new ceiling. */
        int err = protect_enter(changed);
        if (err)
            return err;
        protect_leave(kind);
    }
    atomic_store_explicit(&m->kind, changed, memory_order_relaxed);
    if (!mine)
        plain_unlock(m, changed);
    if (old)
        *old = (kind & MUTEX_CEILING) >> CEILING_SHIFT;
    return 0;
}
