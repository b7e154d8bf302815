/* SPDX-License-Identifier: MIT */
#include <time.h>

#include "core/cancel.h"
#include "core/wait.h"
#include "pthread/deadline.h"
#include "sem.h"

/* Takes one off the value, and off what the thread counts for: SEM_ONE_WAITER for a waiter, which is
   none from then on. */
static inline bool take(struct sem *s, uint64_t counted)
{
    uint64_t old = atomic_load_explicit(&s->word, memory_order_relaxed);
    while ((uint32_t)old != 0)
        /* acquire: pairs with post's release */
        if (atomic_compare_exchange_weak_explicit(&s->word, &old, old - counted - 1,
                                                  memory_order_acquire, memory_order_relaxed))
            return true;
    return false;
}

/* A waiter does not want to wait any longer. In one step either it is none any more, or, if a
   post came first, has what it waited for: true. */
static bool give_up(struct sem *s)
{
    uint64_t old = atomic_load_explicit(&s->word, memory_order_relaxed), new;
    do {
        new = old - SEM_ONE_WAITER - ((uint32_t)old != 0);
        /* acquire: pairs with post's release */
    } while (!atomic_compare_exchange_weak_explicit(&s->word, &old, new, memory_order_acquire,
                                                    memory_order_relaxed));
    return (uint32_t)old != 0;
}

/* Only for one who waits alone, and as long as it does: those who sleep came first. */
static bool spin(struct sem *s, const struct deadline *deadline)
{
    struct spin spin;
    uint64_t seen = atomic_load_explicit(&s->word, memory_order_relaxed);
    if (seen >= SEM_ONE_WAITER || !spin_begin(&spin, &s->spins, SPIN_LONG, false))
        return false;
    spin.deadline = deadline;
    while (seen == 0 && spin_goes_on(&spin))
        seen = atomic_load_explicit(&s->word, memory_order_relaxed);
    if (seen >= SEM_ONE_WAITER)
        return false; /* says nothing about spinning */
    spin_end(&spin, seen != 0);
    /* take is the last access: whoever sees the value go down may destroy the semaphore. */
    return seen != 0 && take(s, 0);
}

/* Cancelled: nothing has been taken. A post may have woken this thread: then the value shows it, and
   another has to be woken. */
static void cancelled(void *arg)
{
    struct sem *s = arg;
    enum futex_scope scope = sem_scope(s);
    /* relaxed: nothing was taken. From here on the semaphore may be gone, as in post. */
    uint64_t old = atomic_fetch_sub_explicit(&s->word, SEM_ONE_WAITER, memory_order_relaxed);
    if ((uint32_t)old != 0 && old >= 2 * SEM_ONE_WAITER)
        sem_wake_one(s, scope);
}

/* 0, ETIMEDOUT, EINTR, or ECANCELED where cancellation is masked. */
static SLOW int sleep_until_taken(struct sem *s, const struct deadline *deadline)
{
    struct wait wait = {&s->half[0], sem_scope(s), FUTEX_ANY_BIT, deadline};
    /* relaxed: the kernel looks at the value again, and post's change is to the same word */
    atomic_fetch_add_explicit(&s->word, SEM_ONE_WAITER, memory_order_relaxed);
    while (!take(s, SEM_ONE_WAITER)) {
        long r = wait_cancellable(&wait, 0, cancelled, s);
        /* The kernel says so only to those that it has not woken: no wake is lost with them. */
        if (r == -ETIMEDOUT || (HOST_CANCEL_MASKED && r == -ECANCELED) ||
            (r == -EINTR && host_may_interrupt()))
            return give_up(s) ? 0 : (int)-r;
    }
    return 0;
}

static SLOW int sem_wait_until(struct sem *s, const struct deadline *deadline)
{
    if (!(s->sharing & SEM_SHARED) && spin(s, deadline))
        return 0;
    int err = sleep_until_taken(s, deadline);
    return err ? sem_fail(cancel_result(err)) : 0;
}

PTHIN_EXPORT_FAST int sem_wait(sem_t *sem)
{
    struct sem *s = sem_of(sem);
    /* A cancellation point whether it blocks or not. */
    cancel_test();
    return take(s, 0) ? 0 : sem_wait_until(s, NULL);
}

PTHIN_EXPORT_FAST int sem_trywait(sem_t *sem)
{
    return take(sem_of(sem), 0) ? 0 : sem_fail(EAGAIN);
}

/* Not once more in sem_timedwait: both are called seldom. */
PTHIN_EXPORT __attribute__((noinline)) int sem_clockwait(sem_t *restrict sem, clockid_t clock,
                                                         const struct timespec *restrict until)
{
    struct sem *s = sem_of(sem);
    struct deadline deadline;
    /* A clock that does not exist is an error always; the time only if there is waiting. */
    if (!deadline_clock_valid(clock))
        return sem_fail(EINVAL);
    cancel_test();
    if (take(s, 0))
        return 0;
    int err = deadline_from(&deadline, clock, until);
    return err ? sem_fail(err) : sem_wait_until(s, &deadline);
}

PTHIN_EXPORT int sem_timedwait(sem_t *restrict sem, const struct timespec *restrict until)
{
    return sem_clockwait(sem, CLOCK_REALTIME, until);
}
