/* SPDX-License-Identifier: MIT */
#include "cond.h"
#include "cond_shared.h"
#include "core/wait.h"

PTHIN_EXPORT int pthread_cond_broadcast(pthread_cond_t *cond)
{
    struct cond *c = cond_of(cond);
    if (cond_is_shared(cond))
        return cond_shared_notify(cond, true);
    if (cond_nobody(c))
        return 0;
    cond_forget_others(c);
    uint64_t old = atomic_load_explicit(&c->word, memory_order_relaxed), new;
    bool one;
    /* Those released here may at once destroy what nobody else waits for: so only where both sorts
       wait is the object touched again. */
    const struct ranked_calls *ranked = ranked_in(c);
    if (ranked && ranked->broadcast(c) && cond_none(old))
        return 0;
    do {
        if (cond_none(old))
            return 0;
        new = cond_with(old, cond_tickets(old));
        one = (old & COND_SLEEP) && cond_tickets(old) - cond_lowest(old) > TICKET &&
              requeue_possible(c);
        if (one)
            new |= (uint64_t)COND_REQUEUE << 32;
        /* release: pairs with the waiters' acquire loads */
    } while (!atomic_compare_exchange_weak_explicit(&c->word, &old, new, memory_order_release,
                                                    memory_order_relaxed));
    if (old & COND_SLEEP)
        wait_wake(&c->half[0], one ? 1 : FUTEX_EVERYONE, FUTEX_THREADS, FUTEX_ANY_BIT);
    return 0;
}
