/* SPDX-License-Identifier: MIT */
#define PTHIN_UNWOUND 1 /* by what the routine throws */
#include <errno.h>
#include <pthread.h>

#include "core/cancel.h"
#include "core/wait.h"

/*
 * The word of a pthread_once_t, 0 at first:
 *   ONCE_DONE     the routine has returned; nothing else is set then
 *   ONCE_RUNNING  a thread is running the routine
 *   ONCE_SLEEPERS threads may sleep until it is over; only with ONCE_RUNNING
 *   ONCE_FORK     the rest counts forks: with ONCE_RUNNING, in which process it began. In the
 *                 child of a fork the thread that was running it is gone, and it begins anew.
 */
#define ONCE_RUNNING  1u
#define ONCE_DONE     2u
#define ONCE_SLEEPERS 4u
#define ONCE_FORK     8u

_Static_assert(sizeof(pthread_once_t) == sizeof(uint32_t), "one word");

static uint32_t running_here(void)
{
    return ONCE_RUNNING + ONCE_FORK * atomic_load_explicit(&fork_generation, memory_order_relaxed);
}

static void finish(_Atomic uint32_t *word, uint32_t value)
{
    /* release: pairs with once's first load; what the routine did is seen */
    if (atomic_exchange_explicit(word, value, memory_order_release) & ONCE_SLEEPERS)
        wait_wake(word, FUTEX_EVERYONE, FUTEX_THREADS, FUTEX_ANY_BIT);
}

/* The routine did not return (cancelled, threw): as if it had never been called. */
static void undo(void *arg)
{
    finish(arg, 0);
}

static SLOW int pthread_once_slow(_Atomic uint32_t *word, void (*routine)(void))
{
    struct wait wait = {word, FUTEX_THREADS, FUTEX_ANY_BIT, NULL};
    uint32_t running = running_here();
    for (;;) {
        /* acquire: pairs with finish */
        uint32_t seen = atomic_load_explicit(word, memory_order_acquire);
        if (seen == ONCE_DONE)
            return 0;
        if ((seen & ~ONCE_SLEEPERS) == running) {
            if (wait_mark(word, &seen, ONCE_SLEEPERS))
                wait_sleep(&wait, seen);
            continue;
        }
        /* Not begun, or begun in a process that was forked since. acquire: after undo, what
           the first attempt did is seen */
        if (atomic_compare_exchange_strong_explicit(word, &seen, running, memory_order_acquire,
                                                    memory_order_relaxed))
            break;
    }
    cancel_guard(routine, undo, word);
    finish(word, ONCE_DONE);
    return 0;
}

PTHIN_EXPORT_FAST int pthread_once(pthread_once_t *once, void (*routine)(void))
{
    _Atomic uint32_t *word = (_Atomic uint32_t *)once;
    /* acquire: pairs with finish */
    if (likely(atomic_load_explicit(word, memory_order_acquire) == ONCE_DONE))
        return 0;
    return pthread_once_slow(word, routine);
}
PTHIN_ALIAS(pthread_once, __pthread_once);
