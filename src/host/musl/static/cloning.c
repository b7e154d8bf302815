/* SPDX-License-Identifier: MIT */
/*
 * The lock of the ring (list.c), as the members of libc.a know it. It is held for a few
 * instructions, to link a thread in or to take one out. A new thread is linked before it is cloned,
 * and whoever has to know that all in the ring exist, and that no other does (fork, __synccall,
 * membarrier), also waits for those that are between the two.
 */
#include "core/wait.h"
#include "musl.h"

/*
 * Threads that are cloning.
 *   bit 0      CLONING_AWAITED: the lock's holder sleeps on the word until there are none. Set and
 *              cleared by it.
 *   bits 1-31  how many. Counted up with the lock held, down without.
 */
#define CLONING_AWAITED 1u
#define CLONING_ONE     2u
static _Atomic uint32_t cloning;

static void await_cloning(void)
{
    struct wait cloned = {&cloning, FUTEX_THREADS, FUTEX_ANY_BIT, NULL};
    uint32_t seen;
    /* acquire: pairs with musl_after_clone. In the child of a bare _Fork there are no other threads, and
       what the word says of them is outdated. */
    while ((seen = atomic_load_explicit(&cloning, memory_order_acquire)) >= CLONING_ONE &&
           musl_libc->threads_minus_1) {
        if (wait_mark(&cloning, &seen, CLONING_AWAITED))
            wait_sleep(&cloned, seen);
    }
    /* Nobody else changes it while the lock is held. */
    atomic_store_explicit(&cloning, 0, memory_order_relaxed);
}

void __tl_lock(void)
{
    musl_ring_lock();
    await_cloning();
}

void __tl_unlock(void)
{
    musl_ring_unlock();
}

void musl_before_clone(struct musl_thread *m)
{
    (void)m;
    /* relaxed: the lock orders it */
    atomic_fetch_add_explicit(&cloning, CLONING_ONE, memory_order_relaxed);
    musl_ring_unlock();
}

void musl_after_clone(void)
{
    /* release: pairs with await_cloning; the thread's tid is seen */
    uint32_t old = atomic_fetch_sub_explicit(&cloning, CLONING_ONE, memory_order_release);
    if (old == (CLONING_ONE | CLONING_AWAITED))
        wait_wake(&cloning, 1, FUTEX_THREADS, FUTEX_ANY_BIT);
}
