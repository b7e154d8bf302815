/* SPDX-License-Identifier: MIT */
/*
 * The list of all threads, a ring through their blocks, and their number. The lock is held for
 * a few instructions: a new thread is linked in and a leaving one taken out.
 */
#include "thread_list.h"

#include "core/lock.h"
#include "core/stack.h"

static _Atomic uint32_t lock;

/* Signals stay open: no function that takes this lock may be called by a handler. */
void host_threads_lock(ksigset *mask)
{
    (void)mask;
    lock_acquire(&lock);
}

void host_threads_unlock(const ksigset *mask)
{
    (void)mask;
    lock_release(&lock);
}

void host_each_thread(void (*visit)(struct thread *, void *), void *arg)
{
    lock_acquire(&lock);
    struct thread *t = thread_self(), *first = t;
    do
        visit(t, arg);
    while ((t = t->next) != first);
    lock_release(&lock);
}

void threads_link(struct thread *t)
{
    struct thread *self = thread_self();
    lock_acquire(&lock);
    t->prev = self;
    t->next = self->next;
    t->next->prev = t;
    /* release: whenever a fork copies the ring, next leads all around it (blocks_vanished) */
    atomic_thread_fence(memory_order_release);
    self->next = t;
    lock_release(&lock);
}

bool threads_unlink(struct thread *t)
{
    lock_acquire(&lock);
    bool last = t->next == t;
    t->prev->next = t->next;
    t->next->prev = t->prev;
    atomic_thread_fence(memory_order_release); /* as in threads_link */
    t->prev = t->next = t;
    lock_release(&lock);
    return last;
}

void threads_after_fork(struct thread *t)
{
    blocks_vanished(t->next, t);
    t->prev = t->next = t;
    atomic_store_explicit(&lock, 0, memory_order_relaxed);
}
