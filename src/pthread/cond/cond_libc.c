/* SPDX-License-Identifier: MIT */
/*
 * Waiting for a condition variable of the libc's (cond_shared.h). The libc registers the waiter,
 * then unlocks the mutex, and locks it again at the end, all by itself: between the first two there
 * is no place for us. So for the time of the wait the mutex gets the fields that the libc expects
 * in one that the caller holds. Only the owner looks at these fields, so nobody sees the
 * difference.
 */
#include <errno.h>

#include "cond_shared.h"
#include "core/cancel.h"
#include "pthread/deadline.h"
#include "pthread/mutex/mutex_protocols.h"

#define POLL_NS 10000000

/*
 * What differs, in a mutex that is held:
 *   owner        the libc writes it for every sort, and wants 0 there when it has locked a plain
 *                one. We write it for the types whose functions look at it, and never with INHERIT,
 *                whose word has it.
 *   count        the libc counts the first time, too: always with ROBUST and INHERIT, else if the
 *                mutex is recursive.
 *   held_before  see robust_lend.
 */
static void lend(struct mutex *m)
{
    int kind = mutex_kind(m);
    if ((kind & MUTEX_TYPE) == PTHREAD_MUTEX_RECURSIVE)
        m->count++;
    if (kind & MUTEX_ROBUST)
        robust_lend(m);
    else if (kind & MUTEX_INHERIT)
        mutex_set_owner(m, host_self_tid());
}

/* After the wait, or when the thread is cancelled in it: the mutex is held then, too. Not if it has
   become one that cannot be recovered. */
static void take_back(struct mutex **lent)
{
    struct mutex *m = *lent;
    int kind = mutex_kind(m);
    if (kind & MUTEX_ROBUST)
        robust_take_back();
    if (mutex_check_owner(m) != 0)
        return;
    if (kind & (MUTEX_ROBUST | MUTEX_INHERIT) || (kind & MUTEX_TYPE) == PTHREAD_MUTEX_RECURSIVE)
        m->count--;
    if (!(kind & MUTEX_ROBUST) && (!mutex_has_owner(kind) || kind & MUTEX_INHERIT))
        mutex_set_owner(m, 0);
}

/* With priority protection even the words differ. A robust mutex has to come back to the list that
   it was on. */
static bool can_be_lent(int kind)
{
    return !(kind & MUTEX_PROTECT) && (!(kind & MUTEX_ROBUST) || robust_is_libc());
}

/* Locks the mutex again also if the thread is cancelled. */
struct poll {
    struct mutex *mutex;
    bool over;
};

static void poll_end(struct poll *p)
{
    if (!p->over)
        mutex_relock(p->mutex, true);
}

/*
 * Any other mutex is unlocked first. A signal in between may be lost to us, so the wait does not
 * last long, and then comes back without one: spuriously, which POSIX allows.
 */
static int poll_wait(pthread_cond_t *c, struct mutex *m, const struct deadline *deadline)
{
    union {
        struct mutex inside;
        pthread_mutex_t mutex;
    } ours = {.inside = {.word = WORD_LOCKED}};
    struct poll poll __attribute__((cleanup(poll_end))) = {.mutex = m};
    struct deadline soon;
    deadline_in(&soon, deadline ? deadline->clock : CLOCK_MONOTONIC, POLL_NS);
    bool last = deadline && !ktime_before(&soon.at, &deadline->at);
    struct timespec until = {.tv_sec = (time_t)(last ? deadline : &soon)->at.sec,
                             .tv_nsec = (long)(last ? deadline : &soon)->at.nsec};
    mutex_unlock_to_wait(m);
    int err = libc_shared.cond_wait(c, &ours.mutex, soon.clock, &until);
    poll.over = true;
    int lock_err = mutex_relock(m, true);
    return lock_err ? lock_err : err == ETIMEDOUT && !last ? 0 : err;
}

int cond_libc_wait(pthread_cond_t *c, struct mutex *m, const struct deadline *deadline)
{
    cancel_test();
    int err = mutex_check_owner(m);
    if (err)
        return err;
    if (!can_be_lent(mutex_kind(m)))
        return poll_wait(c, m, deadline);
    struct timespec until;
    if (deadline)
        until = (struct timespec){.tv_sec = (time_t)deadline->at.sec,
                                  .tv_nsec = (long)deadline->at.nsec};
    struct mutex *lent __attribute__((cleanup(take_back), unused)) = m;
    lend(m);
    return libc_shared.cond_wait(c, (pthread_mutex_t *)m, deadline ? deadline->clock : 0,
                                 deadline ? &until : NULL);
}
