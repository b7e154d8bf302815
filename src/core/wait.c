/* SPDX-License-Identifier: MIT */
/* Apart from the rest: only programs with cancellation points that sleep need it. */
#include "wait.h"

#include "cancel.h"

long wait_cancellable(const struct wait *w, uint32_t expected, void (*undo)(void *), void *arg)
{
    active_sleep();
    long r = cancel_futex_wait(w->word, expected, w->scope, w->deadline, w->bits, undo, arg);
    active_awake(r, w->scope == FUTEX_THREADS);
    return r;
}
