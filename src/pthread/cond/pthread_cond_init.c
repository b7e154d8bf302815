/* SPDX-License-Identifier: MIT */
#include <errno.h>

#include "cond.h"
#include "cond_shared.h"
#include "core/wait.h"

PTHIN_EXPORT int pthread_cond_init(pthread_cond_t *restrict cond,
                                   const pthread_condattr_t *restrict attr)
{
    if (attr && (*condattr_of(attr) & COND_SHARED))
        return cond_shared_init(cond, *condattr_of(attr) & COND_MONOTONIC ? CLOCK_MONOTONIC
                                                                          : CLOCK_REALTIME);
    __builtin_memset(cond, 0, sizeof *cond);
    if (attr)
        cond_of(cond)->flags = (uint8_t)*condattr_of(attr);
    atomic_init(&cond_of(cond)->forks, cond_forks_here());
    return 0;
}

PTHIN_EXPORT int pthread_cond_destroy(pthread_cond_t *cond)
{
    struct cond *c = cond_of(cond);
    if (cond_is_shared(cond))
        return cond_shared_destroy(cond);
    cond_forget_others(c);
    uint64_t word = atomic_load_explicit(&c->word, memory_order_relaxed);
    uint32_t tickets = cond_tickets(word);
    /* With COND_GAP the tickets that are not released may all be of waiters that gave up. Then
       left tells: it comes to as many if nobody waits, which the program has to see to. */
    if (cond_lowest(word) != tickets && !(word & COND_GAP))
        return EBUSY;
    const struct ranked_calls *ranked = ranked_in(c);
    if (ranked && !ranked->none(c))
        return EBUSY;
    /* Waiters that are released may still be on their way out of the object.
       acquire: pairs with their last access */
    uint32_t left = atomic_load_explicit(&c->left, memory_order_acquire);
    uint32_t all =
        tickets / TICKET + atomic_load_explicit(&c->ranked_entered, memory_order_relaxed);
    struct wait last_leaves = {&c->left, FUTEX_THREADS, FUTEX_ANY_BIT, NULL};
    while ((left / LEFT_ONE - all) % (UINT32_MAX / TICKET + 1) != 0) {
        if (wait_mark(&c->left, &left, LEFT_DESTROY)) {
            requeue_undo(c);
            wait_sleep(&last_leaves, left);
        }
        left = atomic_load_explicit(&c->left, memory_order_acquire);
    }
    return 0;
}
