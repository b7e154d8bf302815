/* SPDX-License-Identifier: MIT */
/*
 * A condition variable in the child of a fork. Threads that waited in the parent are still counted
 * in the copy, but they do not exist: they would be released in the place of those that do, and
 * destroy would wait for them for ever. So whoever comes first (to wait, to signal where somebody
 * seems to wait, to destroy) forgets them.
 */
#include "cond.h"
#include "core/engine.h"
#include "core/wait.h"

/* Those that were counted are released, and done with the object. The thread that forked may be one
   of them, when a signal handler forked in the middle of its wait: that ends, as waits may. */
static void release_all(struct cond *c)
{
    uint64_t old = atomic_load_explicit(&c->word, memory_order_relaxed), new;
    do {
        new = cond_with(old, cond_tickets(old)) & ~((uint64_t)COND_REQUEUE << 32);
        /* release: as in broadcast */
    } while (!atomic_compare_exchange_weak_explicit(&c->word, &old, new, memory_order_release,
                                                    memory_order_relaxed));
    uint32_t all =
        cond_tickets(old) / TICKET + atomic_load_explicit(&c->ranked_entered, memory_order_relaxed);
    atomic_store_explicit(&c->left, all * LEFT_ONE, memory_order_relaxed);
    atomic_store_explicit(&c->mutex, 0, memory_order_relaxed);
    if (old & COND_SLEEP)
        wait_wake(&c->half[0], FUTEX_EVERYONE, FUTEX_THREADS, FUTEX_ANY_BIT);
    const struct ranked_calls *ranked = ranked_in(c);
    if (ranked)
        ranked->broadcast(c);
}

void cond_forget(struct cond *c)
{
    uint32_t here = cond_forks_here(), busy = here | FORKS_BUSY;
    /* acquire: pairs with the store below */
    uint32_t seen = atomic_load_explicit(&c->forks, memory_order_acquire);
    struct wait forgotten = {&c->forks, FUTEX_THREADS, FUTEX_ANY_BIT, NULL};
    while (seen != here) {
        if (seen == busy) {
            wait_sleep(&forgotten, busy);
            seen = atomic_load_explicit(&c->forks, memory_order_acquire);
        } else if (atomic_compare_exchange_weak_explicit(
                       &c->forks, &seen, busy, memory_order_acquire, memory_order_acquire)) {
            release_all(c);
            /* release: the others see all of it */
            atomic_store_explicit(&c->forks, here, memory_order_release);
            wait_wake(&c->forks, FUTEX_EVERYONE, FUTEX_THREADS, FUTEX_ANY_BIT);
            return;
        }
    }
}
