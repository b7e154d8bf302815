/* SPDX-License-Identifier: MIT */
/*
 * Priority protection: whoever holds such a mutex runs at least at the mutex's ceiling. Each
 * thread counts, per ceiling, the mutexes it holds; while there are any its scheduling is what
 * it was before the first, raised to the highest ceiling.
 */
#include <errno.h>
#include <sched.h>

#include "core/priority.h"
#include "mutex_protocols.h"
#include "pthread/cond/cond_ranks.h"

static int ceiling_of(int kind)
{
    return (kind & MUTEX_CEILING) >> CEILING_SHIFT;
}

int protect_enter(int kind)
{
    /* glibc keeps the ceiling elsewhere: the mutex is not ours. */
    if (ceiling_of(kind) == 0)
        return EINVAL;
    ranked_will_be_used();
    return priority_raise(ceiling_of(kind));
}

void protect_leave(int kind)
{
    priority_lower(ceiling_of(kind));
}

/* The ceiling may have been changed while we waited; now that we hold it, it cannot. */
static int follow(struct mutex *m, int kind)
{
    int now = mutex_kind(m);
    if (now == kind)
        return 0;
    protect_leave(kind);
    int err = protect_enter(now);
    if (err)
        plain_unlock_level(m, now);
    return err;
}

static int pthread_mutex_lock_protect(struct mutex *m, int kind, const struct deadline *deadline,
                                      bool try)
{
    if (mutex_has_owner(kind) && mutex_owned_by(m, host_self_tid()))
        return mutex_own_again(m, kind, deadline, try);
    int err = protect_enter(kind);
    if (err)
        return err;
    err = pthread_mutex_lock_plain(m, kind, deadline, try);
    if (!err)
        return follow(m, kind);
    protect_leave(kind);
    return err;
}

static int unlock(struct mutex *m, int kind)
{
    bool last = !mutex_has_owner(kind) || !m->count;
    int err = plain_unlock_level(m, kind);
    if (!err && last)
        protect_leave(kind);
    return err;
}

const struct protect_calls protect_calls = {pthread_mutex_lock_protect, unlock};
