/* SPDX-License-Identifier: MIT */
#include <errno.h>

#include "barrier.h"
#include "core/cpus.h"

#define SPIN_MOST 100

/* One thread may be back from the barrier and destroy it while others are on their way out. */
PTHIN_EXPORT int pthread_barrier_destroy(pthread_barrier_t *barrier)
{
    struct barrier *b = barrier_of(barrier);
    enum futex_scope scope = barrier_scope(b->count);
    if (HOST_LIBC_SHARED && barrier_is_libc(b))
        return libc_shared.barrier_destroy(barrier);
    uint8_t forks = barrier_forks(b->count);
    if (barrier_here(atomic_load_explicit(barrier_state(b), memory_order_relaxed), forks) &
        BARRIER_WAITING)
        return EBUSY; /* threads wait there */

    uint32_t left = atomic_load_explicit(&b->leaving, memory_order_relaxed);
    if (barrier_leaving_here(left, forks) != left)
        return 0; /* none of this process's was ever added */
    /* acquire, all: pairs with leave's release; whoever frees the memory comes after it */
    for (int i = 0; i < SPIN_MOST && spin_pays(); i++) {
        if (!(atomic_load_explicit(&b->leaving, memory_order_acquire) & BARRIER_LEAVING))
            return 0;
        cpu_relax();
    }
    while ((left = atomic_load_explicit(&b->leaving, memory_order_acquire)) & BARRIER_LEAVING) {
        if (!(left & BARRIER_DESTROYER)) {
            atomic_fetch_or_explicit(&b->leaving, BARRIER_DESTROYER, memory_order_relaxed);
            continue;
        }
        active_sleep();
        long r = futex_wait(&b->leaving, left, scope, NULL, FUTEX_ANY_BIT);
        active_awake(r, false); /* leave has no reason to count */
    }
    return 0;
}
