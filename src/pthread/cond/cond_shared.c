/* SPDX-License-Identifier: MIT */
/* Condition variables between processes; cond_shared.h says how. */
#include "cond_shared.h"

#include <errno.h>

#include "core/cancel.h"
#include "core/wait.h"
#include "pthread/deadline.h"
#include "pthread/mutex/mutex.h"

static bool is_libc(const pthread_cond_t *c)
{
    return HOST_LIBC_SHARED && libc_shared.cond_is(c);
}

/* Not the words of a process that knows nothing of pthin. */
static void check(const struct cond_shared *s)
{
    uint32_t mark = atomic_load_explicit(&s->mark, memory_order_relaxed);
    if ((mark | SHARED_MONOTONIC) == (SHARED_MARK | SHARED_GLIBC | SHARED_MONOTONIC) &&
        s->zero[0] == 0 && s->zero[2] == 0)
        return;
    fatal("a condition variable between processes that was initialised by pthin is waited for by a "
          "process that runs without it");
}

/*
 * A number that is not likely to be the same, nor near, at two initialisations. An object that is
 * destroyed when all are released, and initialised again in the same memory, must not look to one
 * of them, who was slow, as it did before.
 */
static uint32_t next_life(void)
{
    struct ktime now;
    sys_clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint32_t)((uint64_t)now.sec * NSEC_PER_SEC + (uint64_t)now.nsec);
}

int cond_shared_init(pthread_cond_t *c, clockid_t clock)
{
    struct cond_shared *s = cond_shared_of(c);
    if (HOST_LIBC_SHARED && libc_shared.cond_init(c, clock))
        return 0;
    __builtin_memset(c, 0, sizeof *c);
    atomic_init(&s->seq, next_life() * 2);
    atomic_init(&s->mark,
                SHARED_MARK | SHARED_GLIBC | (clock == CLOCK_MONOTONIC ? SHARED_MONOTONIC : 0));
    return 0;
}

int cond_shared_destroy(pthread_cond_t *c)
{
    return is_libc(c) ? libc_shared.cond_destroy(c) : 0;
}

static void wake(struct cond_shared *s, int count)
{
    wait_wake(&s->seq, count, FUTEX_PROCESSES, FUTEX_ANY_BIT);
}

/* For a signal, or for all: takes those off who are to be released, of whom there are as many.
   0: nobody waits. */
static int take_off(struct cond_shared *s, bool all)
{
    /* relaxed: the mutex orders it after those whom the signal is meant for */
    uint32_t n = atomic_load_explicit(&s->waiters, memory_order_relaxed), next;
    do {
        if (n == 0)
            return 0;
        if (n == SHARED_UNSURE)
            next = 0;
        else if (all)
            next = SHARED_UNSURE;
        else if ((n & ~SHARED_UNSURE) < SHARED_MANY)
            next = (n - 1) | SHARED_UNSURE;
        else
            next = n;
        /* acquire: pairs with enter; seq changes after this */
    } while (!atomic_compare_exchange_weak_explicit(&s->waiters, &n, next, memory_order_acquire,
                                                    memory_order_relaxed));
    return all || n == SHARED_UNSURE ? FUTEX_EVERYONE : 1;
}

/* From here on the object may be gone; a wake that finds other memory is a stray one. */
static void release(struct cond_shared *s, int count)
{
    if (count == 0)
        return;
    /* release: pairs with nothing but the kernel's look, which comes before the sleep; what the
       program changed it finds under the mutex */
    atomic_fetch_add_explicit(&s->seq, 2, memory_order_release);
    wake(s, count);
}

int cond_shared_notify(pthread_cond_t *c, bool all)
{
    struct cond_shared *s = cond_shared_of(c);
    if (is_libc(c))
        return (all ? libc_shared.cond_broadcast : libc_shared.cond_signal)(c);
    check(s);
    release(s, take_off(s, all));
    return 0;
}

struct waiter {
    struct cond_shared *cond;
    struct mutex *mutex;
};

/* Cancelled: the mutex is held when the cleanup handlers run, and a wake that this wait had been
   given goes to another. */
static void cancelled(void *arg)
{
    struct waiter *w = arg;
    wake(w->cond, 1);
    mutex_relock(w->mutex, true);
}

/* Under the mutex: from here on signals may be for the caller. What seq is meanwhile. */
static uint32_t enter(struct cond_shared *s)
{
    check(s);
    /* relaxed: the mutex orders it before any signal that is meant for this wait */
    if (atomic_load_explicit(&s->armed, memory_order_relaxed) != SHARED_ARMED)
        atomic_store_explicit(&s->armed, SHARED_ARMED, memory_order_relaxed);
    /* Before the addition, which acquire and release see to: whoever takes that off changes seq
       afterwards. */
    uint32_t seq = atomic_load_explicit(&s->seq, memory_order_acquire);
    uint32_t n = atomic_load_explicit(&s->waiters, memory_order_relaxed);
    while ((n & ~SHARED_UNSURE) < SHARED_MANY &&
           !atomic_compare_exchange_weak_explicit(&s->waiters, &n, n + 1, memory_order_release,
                                                  memory_order_relaxed))
        ;
    return seq;
}

static int own_wait(struct cond_shared *s, struct mutex *m, const struct deadline *deadline)
{
    struct waiter w = {.cond = s, .mutex = m};
    cancel_test();
    int err = mutex_check_owner(m);
    if (err)
        return err;
    uint32_t seq = enter(s);
    mutex_unlock_to_wait(m);

    struct wait wait = {&s->seq, FUTEX_PROCESSES, FUTEX_ANY_BIT, deadline};
    long r;
    do
        r = wait_cancellable(&wait, seq, cancelled, &w);
    /* A signal handler ran: the wait goes on, unless it is over by now. */
    while (r == -EINTR);
    bool masked = HOST_CANCEL_MASKED && r == -ECANCELED;
    if (masked) /* as if it were cancelled */
        wake(s, 1);
    err = mutex_relock(m, true);
    if (err)
        return err;
    return r == -ETIMEDOUT || masked ? cancel_result((int)-r) : 0;
}

int cond_shared_wait(pthread_cond_t *c, pthread_mutex_t *m, clockid_t clock,
                     const struct timespec *until)
{
    struct deadline deadline;
    if (until) {
        int err = deadline_from(&deadline, clock, until);
        if (err)
            return err;
    }
    if (is_libc(c))
        return cond_libc_wait(c, mutex_of(m), until ? &deadline : NULL);
    return own_wait(cond_shared_of(c), mutex_of(m), until ? &deadline : NULL);
}

int cond_shared_timedwait(pthread_cond_t *c, pthread_mutex_t *m, const struct timespec *until)
{
    uint32_t mark = atomic_load_explicit(&cond_shared_of(c)->mark, memory_order_relaxed);
    clockid_t clock = mark & SHARED_MONOTONIC ? CLOCK_MONOTONIC : CLOCK_REALTIME;
    if (is_libc(c))
        clock = libc_shared.cond_clock(c);
    return cond_shared_wait(c, m, clock, until);
}
