/* SPDX-License-Identifier: MIT */
#include "wait.h"

#include "cancel.h"

long wait_sleep(const struct wait *w, uint32_t expected)
{
    active_sleep();
    long r = futex_wait(w->word, expected, w->scope, w->deadline, w->bits);
    active_awake(r, w->scope == FUTEX_THREADS);
    return r;
}

long wait_wake(const _Atomic uint32_t *word, int count, enum futex_scope scope, uint32_t bits)
{
    long woken = futex_wake(word, count, scope, bits);
    if (woken > 0 && scope == FUTEX_THREADS)
        active_change((int)woken);
    return woken;
}

long wait_cancellable(const struct wait *w, uint32_t expected, void (*undo)(void *), void *arg)
{
    active_sleep();
    long r = cancel_futex_wait(w, expected, undo, arg);
    active_awake(r, w->scope == FUTEX_THREADS);
    return r;
}
