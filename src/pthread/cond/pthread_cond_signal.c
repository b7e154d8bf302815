/* SPDX-License-Identifier: MIT */
#include "cond.h"
#include "cond_shared.h"
#include "core/wait.h"

int cond_signal(struct cond *c)
{
    cond_forget_others(c);
    const struct ranked_calls *ranked = ranked_in(c);
    if (ranked && ranked->signal(c))
        return 0;
    uint64_t old = atomic_load_explicit(&c->word, memory_order_relaxed), new;
    uint32_t tickets, lowest, next;
    do {
        tickets = cond_tickets(old);
        lowest = cond_lowest(old);
        if (lowest == tickets)
            return 0;
        next = old & COND_GAP ? tickets : lowest + TICKET;
        new = cond_with(old, next);
        if (next != tickets)
            new |= old &COND_SLEEP;
        /* release: pairs with the waiter's acquire load */
    } while (!atomic_compare_exchange_weak_explicit(&c->word, &old, new, memory_order_release,
                                                    memory_order_relaxed));
    if (old & COND_SLEEP)
        wait_wake(&c->half[0], FUTEX_EVERYONE, FUTEX_THREADS,
                  old & COND_GAP ? FUTEX_ANY_BIT : cond_bit(lowest));
    return 0;
}

PTHIN_EXPORT_FAST int pthread_cond_signal(pthread_cond_t *cond)
{
    struct cond *c = cond_of(cond);
    if (cond_is_shared(cond))
        return cond_shared_notify(cond, false);
    return cond_nobody(c) ? 0 : cond_signal(c);
}
