/* SPDX-License-Identifier: MIT */
/* Locking and unlocking, for any kind of mutex: what the public functions are made of. */
#include <errno.h>

#include "mutex_protocols.h"

int pthread_mutex_lock_plain(struct mutex *m, int kind, const struct deadline *deadline, bool try)
{
    bool has_owner = mutex_has_owner(kind);
    if (has_owner && mutex_owned_by(m, host_self_tid()))
        return mutex_own_again(m, kind, deadline, try);
    if (!plain_take(m, kind)) {
        int err = try ? EBUSY : pthread_mutex_lock_slow(m, kind, deadline);
        if (err)
            return err;
    }
    if (has_owner)
        mutex_set_owner(m, host_self_tid());
    return 0;
}

const struct protect_calls *_Atomic protect_late = PTHIN_LATE(&protect_calls);

int mutex_lock(struct mutex *m, const struct deadline *deadline, bool try)
{
    int kind = mutex_kind(m);
    if (kind == MUTEX_DEAD)
        return EINVAL;
    if (kind & MUTEX_INHERIT)
        return inherit_lock(m, kind, deadline, try);
    if (kind & MUTEX_ROBUST)
        return robust_lock(m, kind, deadline, try);
    if (!(kind & MUTEX_PROTECT))
        return pthread_mutex_lock_plain(m, kind, deadline, try);
    /* relaxed: see protect_will_be_used */
    const struct protect_calls *p = atomic_load_explicit(&protect_late, memory_order_relaxed);
    return p ? p->lock(m, kind, deadline, try) : ENOTSUP;
}

int mutex_unlock(struct mutex *m)
{
    int kind = mutex_kind(m);
    if (kind == MUTEX_DEAD)
        return EINVAL;
    if (kind & MUTEX_INHERIT)
        return inherit_unlock(m, kind);
    if (kind & MUTEX_ROBUST)
        return robust_unlock(m, kind);
    if (!(kind & MUTEX_PROTECT))
        return plain_unlock_level(m, kind);
    const struct protect_calls *p = atomic_load_explicit(&protect_late, memory_order_relaxed);
    return p ? p->unlock(m, kind) : EPERM;
}

SLOW int mutex_check_owner_slow(struct mutex *m)
{
    int kind = mutex_kind(m);
    if (kind == MUTEX_DEAD)
        return EINVAL;
    if (kind & (MUTEX_INHERIT | MUTEX_ROBUST)) {
        uint32_t word = atomic_load_explicit(&m->word, memory_order_relaxed);
        return (word & ROBUST_TID_MASK) == host_self_tid() ? 0 : EPERM;
    }
    return !mutex_has_owner(kind) || mutex_owned_by(m, host_self_tid()) ? 0 : EPERM;
}

/* The owner is about to wait for a condition (change: 1), or has come back from that (-1). */
static void count_wait(struct mutex *m, int kind, int change)
{
    /* Mutexes of these kinds can fail to be locked again after the wait. Then the caller is not the
       owner, and others may change the count at the same time. relaxed: only destroy looks at it */
    if (unlikely(kind & (MUTEX_ROBUST | MUTEX_PROTECT))) {
        /* The count is the upper half of a word. Not every processor adds to half a word. */
        atomic_fetch_add_explicit((_Atomic uint32_t *)&m->spins, (uint32_t)change << 16,
                                  memory_order_relaxed);
        return;
    }
    /* relaxed, and a load and a store: only the owner changes it */
    int n = atomic_load_explicit(&m->waiting, memory_order_relaxed);
    atomic_store_explicit(&m->waiting, (uint16_t)(n + change), memory_order_relaxed);
}

void mutex_unlock_to_wait(struct mutex *m)
{
    int kind = mutex_kind(m);
    count_wait(m, kind, 1);
    if (likely(kind == PTHREAD_MUTEX_NORMAL))
        plain_unlock(m, PTHREAD_MUTEX_NORMAL);
    else
        mutex_unlock(m);
}

int mutex_relock(struct mutex *m, bool slept)
{
    int kind = mutex_kind(m), err = 0;
    /* A recursive mutex that was locked more than once has not been released. */
    if (likely(kind == PTHREAD_MUTEX_NORMAL) && !slept) {
        if (!plain_take(m, PTHREAD_MUTEX_NORMAL))
            pthread_mutex_lock_slow(m, PTHREAD_MUTEX_NORMAL, NULL);
    } else if (!slept || (kind & (MUTEX_INHERIT | MUTEX_ROBUST | MUTEX_PROTECT)) ||
               (mutex_has_owner(kind) && mutex_owned_by(m, host_self_tid()))) {
        err = mutex_lock(m, NULL, false);
    } else {
        plain_lock_from_sleep(m, kind);
        if (mutex_has_owner(kind))
            mutex_set_owner(m, host_self_tid());
    }
    count_wait(m, kind, -1);
    return err;
}
