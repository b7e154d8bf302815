/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <time.h>

#include "cond.h"
#include "cond_shared.h"
#include "core/cancel.h"
#include "core/cpus.h"
#include "core/sched.h"
#include "core/wait.h"
#include "pthread/deadline.h"
#include "pthread/mutex/mutex.h"

const struct ranked_calls *_Atomic ranked_late = PTHIN_LATE(&ranked_calls);

/* Everything that the cleanup of a cancelled wait needs. */
struct waiter {
    struct cond *cond;
    struct mutex *mutex;
    const struct ranked_calls *ranked; /* NULL: it has no rank */
    uint32_t ticket;                   /* of a ranked waiter, its group */
    uint32_t forks;                    /* cond_forks_here when it began */
    bool slept;
};

static bool released(uint32_t f, uint32_t ticket)
{
    return (int32_t)((f & ~COND_FLAGS) - ticket) > 0;
}

/* Only for a sole waiter: the next signal is its own. */
static void spin(struct cond *c, uint32_t ticket, const struct deadline *deadline)
{
    struct spin spin;
    bool is_released;
    if (!spin_begin(&spin, &c->spins, SPIN_LONG, false))
        return;
    spin.deadline = deadline;
    do
        is_released = released(atomic_load_explicit(&c->half[0], memory_order_relaxed), ticket);
    while (!is_released && spin_goes_on(&spin));
    spin_end(&spin, is_released);
}

static SLOW enum given_up give_up(struct waiter *w, bool cancelled)
{
    struct cond *c = w->cond;
    uint32_t ticket = w->ticket;
    if (w->ranked)
        return w->ranked->give_up(c, ticket, cancelled);
    /* acquire, here and below: pairs with signal's release, if it came first */
    uint64_t old = atomic_load_explicit(&c->word, memory_order_acquire), new;
    enum given_up how;
    do {
        uint32_t tickets = cond_tickets(old), f = (uint32_t)old;
        if (released(f, ticket))
            return TOO_LATE;
        if (tickets == ticket + TICKET) {
            how = HANDED_BACK;
            new = old - ((uint64_t)TICKET << 32);
            if (cond_lowest(old) == ticket) /* nobody is left */
                new &= ~(uint64_t)COND_FLAGS;
        } else if (cond_lowest(old) == ticket) {
            how = SKIPPED;
            new = cond_with(old, (ticket + TICKET) | (f & COND_FLAGS));
        } else {
            how = SKIPPED;
            new = old | COND_GAP;
        }
    } while (!atomic_compare_exchange_weak_explicit(&c->word, &old, new, memory_order_acq_rel,
                                                    memory_order_acquire));
    return how;
}

/* The caller's last access to the object. */
static void leave(const struct waiter *w)
{
    struct cond *c = w->cond;
    /* A signal handler forked in the middle of the wait: counted as gone already, or not any more
       when somebody comes to look. */
    if (unlikely(w->forks != cond_forks_here()))
        return;
    /* release: pairs with destroy's acquire */
    if (atomic_fetch_add_explicit(&c->left, LEFT_ONE, memory_order_release) & LEFT_DESTROY)
        wait_wake(&c->left, 1, FUTEX_THREADS, FUTEX_ANY_BIT);
}

/* Cancelled: the mutex is held when the cleanup handlers run, and a signal that this wait had
   been given goes to another. */
static SLOW void cancelled(void *arg)
{
    struct waiter *w = arg;
    if (requeue_pending(w->cond)) /* it may have been the one that was woken */
        requeue_rest(w->cond, NULL);
    enum given_up how = give_up(w, true);
    if (how == TOO_LATE)
        cond_signal(w->cond);
    if (how != HANDED_BACK)
        leave(w);
    mutex_relock(w->mutex, true);
}

/* Whether a waiter without a rank may leave. If not, *seen is the word on which it may sleep, with
   its mark. */
static bool plain_released(struct waiter *w, uint32_t *seen)
{
    struct cond *c = w->cond;
    do {
        /* acquire: pairs with signal's release */
        *seen = atomic_load_explicit(&c->half[0], memory_order_acquire);
        if (released(*seen, w->ticket))
            return true;
        /* Woken in the place of one that is released. */
        if (w->slept && requeue_pending(c))
            requeue_rest(c, NULL);
    } while (!wait_mark(&c->half[0], seen, COND_SLEEP));
    return false;
}

/* 0, ETIMEDOUT, or ECANCELED where cancellation is masked. */
static int sleep_until_released(struct waiter *w, const struct deadline *deadline)
{
    struct cond *c = w->cond;
    struct wait wait = {w->ranked ? &c->ranked_half[0] : &c->half[0], FUTEX_THREADS,
                        w->ranked ? ranked_bit(w->ticket) : cond_bit(w->ticket), deadline};
    uint32_t seen;
    while (!(w->ranked ? w->ranked->released(c, w->ticket, &seen) : plain_released(w, &seen))) {
        w->slept = true;
        long r = wait_cancellable(&wait, seen, cancelled, w);
        if (r == -ETIMEDOUT || (HOST_CANCEL_MASKED && r == -ECANCELED))
            return (int)-r;
    }
    return 0;
}

/* Before the mutex is given up: from here on signals may be for this wait. True: the next one is
   its own. */
static bool enter(struct waiter *w)
{
    cond_forget_others(w->cond);
    w->forks = cond_forks_here();
    /* relaxed: see cond_ranks.h */
    const struct ranked_calls *ranked = atomic_load_explicit(&ranked_late, memory_order_relaxed);
    if (ranked && unlikely(sched_rank_lately()) && ranked->enter(w->cond, &w->ticket)) {
        w->ranked = ranked;
        return false;
    }
    /* Also where there are more CPUs than there were. */
    if (cpus_usable() <= 1 || atomic_load_explicit(&w->cond->mutex, memory_order_relaxed))
        requeue_enter(w->cond, w->mutex);
    /* release: pairs with requeue_rest. The mutex orders it before any signal that is meant for
       this wait. */
    uint64_t old =
        atomic_fetch_add_explicit(&w->cond->word, (uint64_t)TICKET << 32, memory_order_release);
    w->ticket = cond_tickets(old);
    return w->ticket == cond_lowest(old);
}

static int pthread_cond_wait_common(struct cond *c, struct mutex *m,
                                    const struct deadline *deadline)
{
    struct waiter w = {.cond = c, .mutex = m};
    cancel_test();
    int err = mutex_check_owner(m);
    if (err)
        return err;
    bool sole = enter(&w);
    mutex_unlock_to_wait(m);

    if (sole)
        spin(c, w.ticket, deadline);
    err = sleep_until_released(&w, deadline);
    bool masked = HOST_CANCEL_MASKED && err == ECANCELED;
    if (masked && requeue_pending(c)) /* as if it were cancelled */
        requeue_rest(c, NULL);
    enum given_up how = err ? give_up(&w, masked) : TOO_LATE;
    if (how == TOO_LATE) {
        err = 0;
        if (requeue_pending(c) && requeue_rest(c, m))
            w.slept = true;
    }
    if (how != HANDED_BACK)
        leave(&w);
    int lock_err = mutex_relock(m, w.slept);
    return lock_err ? lock_err : cancel_result(err);
}

PTHIN_EXPORT int pthread_cond_wait(pthread_cond_t *restrict cond, pthread_mutex_t *restrict mutex)
{
    if (cond_is_shared(cond))
        return cond_shared_wait(cond, mutex, CLOCK_REALTIME, NULL);
    return pthread_cond_wait_common(cond_of(cond), mutex_of(mutex), NULL);
}

PTHIN_EXPORT int pthread_cond_clockwait(pthread_cond_t *restrict cond,
                                        pthread_mutex_t *restrict mutex, clockid_t clock,
                                        const struct timespec *restrict until)
{
    struct deadline deadline;
    if (cond_is_shared(cond))
        return cond_shared_wait(cond, mutex, clock, until);
    int err = deadline_from(&deadline, clock, until);
    if (err)
        return err;
    return pthread_cond_wait_common(cond_of(cond), mutex_of(mutex), &deadline);
}

PTHIN_EXPORT int pthread_cond_timedwait(pthread_cond_t *restrict cond,
                                        pthread_mutex_t *restrict mutex,
                                        const struct timespec *restrict until)
{
    if (cond_is_shared(cond))
        return cond_shared_timedwait(cond, mutex, until);
    bool monotonic = cond_of(cond)->flags & COND_MONOTONIC;
    return pthread_cond_clockwait(cond, mutex, monotonic ? CLOCK_MONOTONIC : CLOCK_REALTIME, until);
}
