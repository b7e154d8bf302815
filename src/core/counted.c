/* SPDX-License-Identifier: MIT */
#include "counted.h"

#include "cpus.h"

long counted_wait(const _Atomic uint32_t *word, uint32_t expected, enum futex_scope scope,
                  const struct deadline *deadline, uint32_t bits)
{
    active_sleep();
    long r = futex_wait(word, expected, scope, deadline, bits);
    active_awake(r, scope == FUTEX_THREADS);
    return r;
}

long counted_wake(const _Atomic uint32_t *word, int count, enum futex_scope scope, uint32_t bits)
{
    long woken = futex_wake(word, count, scope, bits);
    if (woken > 0 && scope == FUTEX_THREADS)
        active_add((int)woken);
    return woken;
}
