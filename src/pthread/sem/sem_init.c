/* SPDX-License-Identifier: MIT */
#include <limits.h>

#include "sem.h"

_Static_assert(VALUE_MOST == SEM_VALUE_MAX, "as limits.h says");

PTHIN_EXPORT int sem_init(sem_t *sem, int shared, unsigned value)
{
    struct sem *s = sem_of(sem);
    if (value > VALUE_MOST)
        return sem_fail(EINVAL);
    /* relaxed: how other threads come to know of it orders this before */
    atomic_store_explicit(&s->word, value, memory_order_relaxed);
    spin_history_init(&s->spins);
    s->sharing = shared ? SEM_SHARED : 0;
    return 0;
}

PTHIN_EXPORT int sem_destroy(sem_t *sem)
{
    (void)sem;
    return 0;
}

PTHIN_EXPORT int sem_getvalue(sem_t *restrict sem, int *restrict value)
{
    /* relaxed: by the time the caller looks at it, it may have changed */
    *value = (int)atomic_load_explicit(&sem_of(sem)->half[0], memory_order_relaxed);
    return 0;
}
