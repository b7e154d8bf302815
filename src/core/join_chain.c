/* SPDX-License-Identifier: MIT */
#include <asm/errno.h>

#include "cancel.h"
#include "host/host.h"
#include "lock.h"

/*
 * Who waits for whom: thread.joining links a thread to the one it sleeps for. Under the lock a
 * thread that others lead to is there: its joiner unlinks before it gives the block back.
 */
static _Atomic uint32_t chain_lock;

/* Whether u, which joins, has been cancelled and will not go on waiting. */
static bool gives_up(struct thread *u)
{
    return u->join_cancellable && cancel_is_requested(u);
}

int thread_join_begin(struct thread *t)
{
    struct thread *self = thread_self();
    int err = 0;
    lock_acquire(&chain_lock);
    /* Asked once: a thread that has begun to act upon a cancellation has it disabled. */
    self->join_cancellable = cancel_is_enabled();
    for (struct thread *u = t; u && !err && !gives_up(u); u = u->joining)
        if (u == self)
            err = EDEADLK;
    if (!err)
        self->joining = t;
    lock_release(&chain_lock);
    return err;
}

void thread_join_end(void)
{
    lock_acquire(&chain_lock);
    thread_self()->joining = NULL;
    lock_release(&chain_lock);
}

void thread_join_after_fork(void)
{
    atomic_store_explicit(&chain_lock, 0, memory_order_relaxed);
    thread_self()->joining = NULL;
}
