/* SPDX-License-Identifier: MIT */
/* Locking and unlocking, for any kind of mutex: what the public functions are made of. */
#include <errno.h>

#include "mutex.h"

/* Neither robust nor with a priority protocol, which is most; and not destroyed. */
static inline bool is_simple(int kind)
{
    return !(kind & ~(MUTEX_TYPE | MUTEX_SHARED));
}

/* Apart from plain_lock, which then needs no stack frame. */
static __attribute__((noinline)) int
pthread_mutex_lock_slow(struct mutex *m, int kind, uint32_t tid, const struct deadline *deadline)
{
    int err = plain_lock_slow(m, kind, deadline);
    if (!err)
        mutex_set_owner(m, tid);
    return err;
}

/* Plain words: lock and trylock. */
static inline int plain_lock(struct mutex *m, int kind, const struct deadline *deadline, bool try)
{
    if (!mutex_has_owner(kind)) {
        if (plain_take(m, kind))
            return 0;
        return try ? EBUSY : plain_lock_slow(m, kind, deadline);
    }
    uint32_t tid = host_self_tid();
    if (mutex_owned_by(m, tid))
        return mutex_own_again(m, kind, deadline, try);
    if (unlikely(!plain_take(m, kind)))
        return try ? EBUSY : pthread_mutex_lock_slow(m, kind, tid, deadline);
    mutex_set_owner(m, tid);
    return 0;
}

static void plain_release(struct mutex *m, int kind)
{
    if (mutex_has_owner(kind))
        mutex_set_owner(m, 0);
    plain_unlock(m, kind);
}

/* The ceiling may have been changed while we waited; now that we hold it, it cannot. */
static int protect_follow(struct mutex *m, int kind)
{
    int now = mutex_kind(m);
    if (now == kind)
        return 0;
    protect_leave(kind);
    int err = protect_enter(m, now);
    if (err)
        plain_release(m, now);
    return err;
}

static int protect_lock(struct mutex *m, int kind, const struct deadline *deadline, bool try)
{
    if (mutex_has_owner(kind) && mutex_owned_by(m, host_self_tid()))
        return mutex_own_again(m, kind, deadline, try);
    int err = protect_enter(m, kind);
    if (err)
        return err;
    err = plain_lock(m, kind, deadline, try);
    if (!err)
        return protect_follow(m, kind);
    protect_leave(kind);
    return err;
}

static __attribute__((noinline)) int
pthread_mutex_lock_special(struct mutex *m, int kind, const struct deadline *deadline, bool try)
{
    if ((kind & (MUTEX_ROBUST | MUTEX_INHERIT)) == MUTEX_ROBUST)
        return robust_lock(m, kind, deadline, try);
    if (kind == MUTEX_DEAD)
        return EINVAL;
    if (kind & MUTEX_INHERIT)
        return inherit_lock(m, kind, deadline, try);
    return protect_lock(m, kind, deadline, try);
}

static inline int lock_kind(struct mutex *m, const struct deadline *deadline, bool try)
{
    int kind = mutex_kind(m);
    return likely(is_simple(kind)) ? plain_lock(m, kind, deadline, try)
                                   : pthread_mutex_lock_special(m, kind, deadline, try);
}

int mutex_lock_until(struct mutex *m, const struct deadline *deadline)
{
    return lock_kind(m, deadline, false);
}

int mutex_trylock(struct mutex *m)
{
    return lock_kind(m, NULL, true);
}

int mutex_check_owner(struct mutex *m)
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

static int protect_unlock(struct mutex *m, int kind)
{
    bool last = !mutex_has_owner(kind) || !m->count;
    int err = plain_unlock_level(m, kind);
    if (!err && last)
        protect_leave(kind);
    return err;
}

static __attribute__((noinline)) int pthread_mutex_unlock_special(struct mutex *m, int kind)
{
    if ((kind & (MUTEX_ROBUST | MUTEX_INHERIT)) == MUTEX_ROBUST)
        return robust_unlock(m, kind);
    if (kind == MUTEX_DEAD)
        return EINVAL;
    if (kind & MUTEX_INHERIT)
        return inherit_unlock(m, kind);
    return protect_unlock(m, kind);
}

int mutex_unlock(struct mutex *m)
{
    int kind = mutex_kind(m);
    return likely(is_simple(kind)) ? plain_unlock_level(m, kind)
                                   : pthread_mutex_unlock_special(m, kind);
}

int mutex_relock(struct mutex *m, bool slept)
{
    int kind = mutex_kind(m);
    /* A recursive mutex that was locked more than once has not been released. */
    if (!slept || (kind & (MUTEX_INHERIT | MUTEX_ROBUST | MUTEX_PROTECT)) ||
        (mutex_has_owner(kind) && mutex_owned_by(m, host_self_tid())))
        return mutex_lock_until(m, NULL);
    plain_lock_from_sleep(m, kind);
    if (mutex_has_owner(kind))
        mutex_set_owner(m, host_self_tid());
    return 0;
}
