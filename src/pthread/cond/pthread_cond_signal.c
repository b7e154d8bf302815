/* SPDX-License-Identifier: MIT */
#include "cond.h"
#include "cond_shared.h"
#include "core/wait.h"

/* No ticket that is not released. */
static bool none(uint64_t word)
{
    return cond_lowest(word) == cond_tickets(word);
}

/* Nobody waits, not even in a process that this one was forked from. */
static bool nobody(struct cond *c)
{
    return none(atomic_load_explicit(&c->word, memory_order_relaxed)) && !ranked_in(c);
}

void cond_signal(struct cond *c)
{
    if (nobody(c))
        return;
    cond_forget_others(c);
    const struct ranked_calls *ranked = ranked_in(c);
    if (ranked && ranked->signal(c))
        return;
    uint64_t old = atomic_load_explicit(&c->word, memory_order_relaxed), new;
    uint32_t tickets, lowest, next;
    do {
        tickets = cond_tickets(old);
        lowest = cond_lowest(old);
        if (lowest == tickets)
            return;
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
}

PTHIN_EXPORT int pthread_cond_signal(pthread_cond_t *cond)
{
    if (cond_is_shared(cond))
        return cond_shared_notify(cond, false);
    cond_signal(cond_of(cond));
    return 0;
}

PTHIN_EXPORT int pthread_cond_broadcast(pthread_cond_t *cond)
{
    struct cond *c = cond_of(cond);
    if (cond_is_shared(cond))
        return cond_shared_notify(cond, true);
    if (nobody(c))
        return 0;
    cond_forget_others(c);
    uint64_t old = atomic_load_explicit(&c->word, memory_order_relaxed), new;
    bool one;
    /* Those released here may at once destroy what nobody else waits for: so only where both sorts
       wait is the object touched again. */
    const struct ranked_calls *ranked = ranked_in(c);
    if (ranked && ranked->broadcast(c) && none(old))
        return 0;
    do {
        if (none(old))
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
