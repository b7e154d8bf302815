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
    bool mine = mutex_owned_by(m, host_self_tid());
    int err = pthread_mutex_lock_plain(m, kind, NULL, false);
    if (err)
        return err;
    kind = mutex_kind(m);
    int changed = (kind & ~MUTEX_CEILING) | ceiling << CEILING_SHIFT;
    /* The unlock of a mutex that the caller held before will leave the new ceiling. */
    if (mine) {
        err = protect_enter(changed);
        if (!err)
            protect_leave(kind);
    }
    if (!err) {
        atomic_store_explicit(&m->kind, changed, memory_order_relaxed);
        if (old)
            *old = (kind & MUTEX_CEILING) >> CEILING_SHIFT;
    }
    plain_unlock_level(m, kind);
    return err;
}
