/* SPDX-License-Identifier: MIT */
#include "core/wait.h"
#include "sem.h"

/* Apart: the way without waiters needs no stack frame. */
SLOW int sem_wake_one(const struct sem *s, enum futex_scope scope)
{
    wait_wake_inline(&s->half[0], 1, scope, FUTEX_ANY_BIT);
    return 0;
}

/* Also called by signal handlers: no locks, and errno changes on failure only. */
PTHIN_EXPORT_FAST int sem_post(sem_t *sem)
{
    struct sem *s = sem_of(sem);
    enum futex_scope scope = sem_scope(s);
    uint64_t old = atomic_load_explicit(&s->word, memory_order_relaxed);
    do {
        if ((uint32_t)old >= VALUE_MOST)
            return sem_fail(EOVERFLOW);
        /* release: pairs with wait's acquire. From here on the semaphore may be gone; a wake that
           finds other memory, or none, is a stray one. */
    } while (!atomic_compare_exchange_weak_explicit(&s->word, &old, old + 1, memory_order_release,
                                                    memory_order_relaxed));
    if (unlikely(old >= SEM_ONE_WAITER))
        return sem_wake_one(s, scope);
    return 0;
}
