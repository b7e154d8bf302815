/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <time.h>

#include "barrier.h"
#include "core/wait.h"

#define SPIN_MOST 100

/*
 * Sleeps until one more than left counts has left. Whoever lives leaves within a moment. But between
 * processes those that were killed do not, and nothing else tells of them: false if nobody has left
 * for a second, and the rest is taken for dead.
 */
static bool wait_for_one(struct barrier *b, uint32_t left, enum futex_scope scope)
{
    struct wait wait = {&b->left, scope, FUTEX_ANY_BIT, NULL};
    struct deadline second;
    if (scope == FUTEX_PROCESSES) {
        deadline_in(&second, CLOCK_MONOTONIC, NSEC_PER_SEC);
        wait.deadline = &second;
    }
    return wait_sleep(&wait, left) != -ETIMEDOUT ||
           atomic_load_explicit(&b->left, memory_order_relaxed) != left;
}

/* One thread may be back from the barrier and destroy it while others are on their way out. */
PTHIN_EXPORT int pthread_barrier_destroy(pthread_barrier_t *barrier)
{
    struct barrier *b = barrier_of(barrier);
    enum futex_scope scope = barrier_scope(b->count);
    if (HOST_LIBC_SHARED && barrier_is_libc(b))
        return libc_shared.barrier_destroy(barrier);
    uint8_t forks = barrier_forks(b->count);
    uint64_t word = atomic_load_explicit(barrier_word(b), memory_order_relaxed);
    if (barrier_here(word, forks) & BARRIER_WAITING)
        return EBUSY; /* threads wait there */
    if (!barrier_left_here(atomic_load_explicit(&b->left, memory_order_relaxed), forks))
        return 0;
    uint32_t all = barrier_all_left(word, b->count & BARRIER_COUNT, forks), left;
    /* acquire, all: pairs with leave's release; whoever frees the memory comes after it */
    for (int i = 0; i < SPIN_MOST && spin_pays(); i++) {
        if (atomic_load_explicit(&b->left, memory_order_acquire) == all)
            return 0;
        cpu_relax();
    }
    while (((left = atomic_load_explicit(&b->left, memory_order_acquire)) & ~BARRIER_DESTROYER) !=
           all)
        if (wait_mark(&b->left, &left, BARRIER_DESTROYER) && !wait_for_one(b, left, scope))
            break;
    return 0;
}
