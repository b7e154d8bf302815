/* SPDX-License-Identifier: MIT */
/* Locking and unlocking, for any kind of mutex: what the public functions are made of. */
#include <errno.h>

#include "mutex.h"

int mutex_deadlock(const struct deadline *deadline)
{
    _Atomic uint32_t never = 0;
    for (;;)
        if (futex_wait(&never, 0, FUTEX_THREADS, deadline, FUTEX_ANY_BIT) == -ETIMEDOUT)
            return ETIMEDOUT;
}

/* relaxed: only the owner writes its own tid, and clears it before it unlocks */
static bool owned_by(struct mutex *m, uint32_t tid)
{
    return atomic_load_explicit(&m->owner, memory_order_relaxed) == tid;
}

static void set_owner(struct mutex *m, uint32_t tid)
{
    atomic_store_explicit(&m->owner, tid, memory_order_relaxed);
}

int mutex_own_again(struct mutex *m, int kind, const struct deadline *deadline, bool try)
{
    switch (kind & MUTEX_TYPE) {
    case PTHREAD_MUTEX_RECURSIVE:
        if (m->count == UINT32_MAX)
            return EAGAIN;
        m->count++;
        return 0;
    case PTHREAD_MUTEX_ERRORCHECK:
        return try ? EBUSY : EDEADLK;
    }
    return try ? EBUSY : mutex_deadlock(deadline);
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
        plain_unlock(m, now);
    return err;
}

/* For lock and trylock, of a mutex with a plain word. */
static int plain_lock(struct mutex *m, int kind, const struct deadline *deadline, bool try)
{
    uint32_t tid = mutex_has_owner(kind) ? host_self_tid() : 0;
    if (tid && owned_by(m, tid))
        return mutex_own_again(m, kind, deadline, try);
    int err = 0;
    if (kind & MUTEX_PROTECT) {
        err = protect_enter(m, kind);
        if (err)
            return err;
    }
    if (!mutex_cas_free(m, WORD_LOCKED))
        err = try ? EBUSY : plain_lock_slow(m, kind, deadline);
    if (err) {
        if (kind & MUTEX_PROTECT)
            protect_leave(kind);
        return err;
    }
    if (kind & MUTEX_PROTECT) {
        err = protect_follow(m, kind);
        if (err)
            return err;
    }
    if (tid) {
        set_owner(m, tid);
        m->count = 0;
    }
    return 0;
}

static int lock_kind(struct mutex *m, const struct deadline *deadline, bool try)
{
    int kind = mutex_kind(m);
    if (unlikely(kind == MUTEX_DEAD))
        return EINVAL;
    if (kind & MUTEX_INHERIT)
        return inherit_lock(m, kind, deadline, try);
    if (kind & MUTEX_ROBUST)
        return robust_lock(m, kind, deadline, try);
    return plain_lock(m, kind, deadline, try);
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
    return !mutex_has_owner(kind) || owned_by(m, host_self_tid()) ? 0 : EPERM;
}

int mutex_unlock(struct mutex *m)
{
    int kind = mutex_kind(m);
    if (unlikely(kind == MUTEX_DEAD))
        return EINVAL;
    if (kind & MUTEX_INHERIT)
        return inherit_unlock(m, kind);
    if (kind & MUTEX_ROBUST)
        return robust_unlock(m, kind);
    if (mutex_has_owner(kind)) {
        if (!owned_by(m, host_self_tid()))
            return EPERM;
        if (m->count) {
            m->count--;
            return 0;
        }
        set_owner(m, 0);
    }
    plain_unlock(m, kind);
    if (kind & MUTEX_PROTECT)
        protect_leave(kind);
    return 0;
}

int mutex_relock(struct mutex *m, bool slept)
{
    int kind = mutex_kind(m);
    /* A recursive mutex that was locked more than once has not been released. */
    if (!slept || (kind & (MUTEX_INHERIT | MUTEX_ROBUST | MUTEX_PROTECT)) ||
        (mutex_has_owner(kind) && owned_by(m, host_self_tid())))
        return mutex_lock_until(m, NULL);
    plain_lock_from_sleep(m, kind);
    if (mutex_has_owner(kind)) {
        set_owner(m, host_self_tid());
        m->count = 0;
    }
    return 0;
}
