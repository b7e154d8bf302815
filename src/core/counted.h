/* SPDX-License-Identifier: MIT */
/* Futex waits and wakes that keep the count of runnable threads right: see cpus.h. */
#ifndef PTHIN_CORE_COUNTED_H
#define PTHIN_CORE_COUNTED_H

#include "cpus.h"
#include "futex_inline.h"

/* As futex_wait. */
static inline long counted_wait(const _Atomic uint32_t *word, uint32_t expected,
                                enum futex_scope scope, const struct deadline *deadline,
                                uint32_t bits)
{
    active_sleep();
    long r = futex_wait_inline(word, expected, scope, deadline, bits);
    active_awake(r, scope == FUTEX_THREADS);
    return r;
}

/* As futex_wake. The word may be gone, as there. */
static inline long counted_wake(const _Atomic uint32_t *word, int count, enum futex_scope scope,
                                uint32_t bits)
{
    long woken = futex_wake_inline(word, count, scope, bits);
    if (woken > 0 && scope == FUTEX_THREADS)
        active_change((int)woken);
    return woken;
}

#endif
