/* SPDX-License-Identifier: MIT */
/* Waiting for a condition with a real-time priority; cond.h says what the words mean. */
#include "cond.h"
#include "core/wait.h"

static uint32_t group_of(uint64_t s)
{
    return (uint32_t)(s / RANKED_GROUP) & RANKED_GROUP_MASK;
}

static uint32_t grants_of(uint64_t s)
{
    return (uint32_t)(s & RANKED_GRANTS);
}

static uint32_t old_of(uint64_t s)
{
    return (uint16_t)(s / RANKED_OLD);
}

static uint32_t new_of(uint64_t s)
{
    return (uint16_t)(s / RANKED_NEW);
}

/* The state when all below group are released. */
static uint64_t state(uint32_t group, uint32_t grants, uint32_t old)
{
    return old * RANKED_OLD | (group & RANKED_GROUP_MASK) * RANKED_GROUP | grants;
}

static void wake(struct cond *c, int count, uint32_t bits)
{
    wait_wake(&c->ranked_half[0], count, FUTEX_THREADS, bits);
}

static bool enter(struct cond *c, uint32_t *group)
{
    /* relaxed, all: the mutex orders it before any signal that is meant for this wait */
    uint64_t s = atomic_load_explicit(&c->ranked, memory_order_relaxed), with;
    do {
        bool late = grants_of(s) != 0; /* for those that are out */
        if ((late ? new_of(s) : old_of(s)) == RANKED_MOST)
            return false;
        *group = (group_of(s) + late) & RANKED_GROUP_MASK;
        with = s + (late ? RANKED_NEW : RANKED_OLD);
    } while (!atomic_compare_exchange_weak_explicit(&c->ranked, &s, with, memory_order_relaxed,
                                                    memory_order_relaxed));
    atomic_fetch_add_explicit(&c->ranked_entered, 1, memory_order_relaxed);
    return true;
}

/* Whether the whole group is released. */
static bool has_passed(uint64_t s, uint32_t group)
{
    uint32_t ahead = (group_of(s) - group) & RANKED_GROUP_MASK;
    return ahead != 0 && ahead <= RANKED_GROUP_MASK / 2;
}

static bool released(struct cond *c, uint32_t group, uint32_t *seen)
{
    /* acquire, all: pairs with signal's release */
    uint64_t s = atomic_load_explicit(&c->ranked, memory_order_acquire);
    do {
        *seen = (uint32_t)s;
        if (has_passed(s, group))
            return true;
        if (group_of(s) != group || !grants_of(s))
            return false;
    } while (!atomic_compare_exchange_weak_explicit(&c->ranked, &s, s - RANKED_OLD - RANKED_GRANT,
                                                    memory_order_acquire, memory_order_acquire));
    return true;
}

static enum given_up give_up(struct cond *c, uint32_t group, bool woken)
{
    /* acquire, all: pairs with signal's release, if it came first */
    uint64_t s = atomic_load_explicit(&c->ranked, memory_order_acquire), without;
    bool granted;
    do {
        if (has_passed(s, group))
            return TOO_LATE;
        bool is_old = group_of(s) == group;
        /* The wake of a grant must not be lost with us; nor may grants be more than waiters. */
        granted = is_old && grants_of(s) && (woken || grants_of(s) == old_of(s));
        without = s - (is_old ? RANKED_OLD : RANKED_NEW) - (granted ? RANKED_GRANT : 0);
    } while (!atomic_compare_exchange_weak_explicit(&c->ranked, &s, without, memory_order_acquire,
                                                    memory_order_acquire));
    return granted ? TOO_LATE : SKIPPED;
}

static bool signal(struct cond *c)
{
    uint64_t s = atomic_load_explicit(&c->ranked, memory_order_relaxed), next;
    uint32_t group;
    bool passes;
    do {
        group = group_of(s);
        passes = false;
        if (grants_of(s) < old_of(s)) {
            next = s + RANKED_GRANT;
        } else if (new_of(s)) {
            passes = old_of(s) != 0;
            next = state(++group, 1, new_of(s));
        } else {
            return false;
        }
        /* release: pairs with the waiters' acquire loads */
    } while (!atomic_compare_exchange_weak_explicit(&c->ranked, &s, next, memory_order_release,
                                                    memory_order_relaxed));
    /* Those that are passed have been granted and woken, or will be by a signal that is not so far
       yet; but by then its wake may find a later group with the same bit. */
    if (passes)
        wake(c, FUTEX_EVERYONE, ranked_bit(group - 1));
    wake(c, 1, ranked_bit(group));
    return true;
}

static bool all_released(uint64_t s)
{
    return !new_of(s) && grants_of(s) == old_of(s);
}

static bool none(struct cond *c)
{
    return all_released(atomic_load_explicit(&c->ranked, memory_order_relaxed));
}

static bool broadcast(struct cond *c)
{
    uint64_t s = atomic_load_explicit(&c->ranked, memory_order_relaxed);
    do {
        if (all_released(s))
            return false;
        /* release: pairs with the waiters' acquire loads */
    } while (!atomic_compare_exchange_weak_explicit(&c->ranked, &s, state(group_of(s) + 2, 0, 0),
                                                    memory_order_release, memory_order_relaxed));
    wake(c, FUTEX_EVERYONE, FUTEX_ANY_BIT);
    return true;
}

const struct ranked_calls ranked_calls = {enter, released, give_up, signal, broadcast, none};
