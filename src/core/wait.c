/* SPDX-License-Identifier: MIT */
/* Apart from the rest: only programs with cancellation points that sleep need it. */
#include "wait.h"

#include "cancel.h"

struct cancellable {
    const struct wait *wait;
    void (*undo)(void *);
    void *arg;
};

static void cancelled(void *arg)
{
    struct cancellable *c = arg;
    /* Nobody has counted it. (A waker may have, in the same moment: then the count stays too high by
       one, which it may be.) */
    active_change(1);
    c->undo(c->arg);
}

long wait_cancellable(const struct wait *w, uint32_t expected, void (*undo)(void *), void *arg)
{
    struct cancellable c = {w, undo, arg};
    active_sleep();
    long r = cancel_futex_wait(w->word, expected, w->scope, w->deadline, w->bits, cancelled, &c);
    active_awake(r, w->scope == FUTEX_THREADS);
    return r;
}
