/* SPDX-License-Identifier: MIT */
/* The life of a thread, as far as musl has a say in it. */
#include "core/stack.h"
#include "musl.h"

/*
 * Beside musl's ring there is one of our own, through the blocks: _Fork cuts the caller out of
 * musl's, and the child has to find the others, whose stacks it gives back. Whenever a fork copies
 * it, next leads all around it (blocks_vanished): release, both. Under the lock of musl's.
 */
void musl_link_block(struct thread *t)
{
    struct thread *place = musl_ring_place();
    t->prev = place;
    t->next = place->next;
    t->next->prev = t;
    atomic_thread_fence(memory_order_release);
    place->next = t;
}

void musl_unlink_block(struct thread *t)
{
    t->prev->next = t->next;
    t->next->prev = t->prev;
    atomic_thread_fence(memory_order_release);
    t->prev = t->next = t;
}

void musl_blocks_after_fork(void)
{
    struct thread *place = musl_ring_place(), *self = thread_self();
    bool linked = self != place && self->next;
    if (linked)
        musl_unlink_block(self);
    if (place->next) /* a thread has been created */
        blocks_vanished(place->next, place);
    place->prev = place->next = place;
    if (linked)
        musl_link_block(self);
}

void host_each_thread(void (*visit)(struct thread *, void *), void *arg)
{
    struct musl_thread *self = musl_self(), *m = self;
    struct thread *place = musl_ring_place();
    ksigset mask;
    host_threads_lock(&mask);
    if (musl_ring_is_known) {
        do
            visit(thread_of((uintptr_t)m), arg);
        while ((m = m->next) != self);
    } else {
        for (struct thread *t = place->next; t != place; t = t->next)
            visit(t, arg);
    }
    host_threads_unlock(&mask);
}

/* Out of the rings, of which the caller holds the lock. locks_of_one: what need_locks becomes if
   that leaves one thread. */
static void take_out(struct thread *t, signed char locks_of_one)
{
    struct musl_thread *m = musl_of(t);
    musl_unlink_block(t);
    m->next->prev = m->prev;
    m->prev->next = m->next;
    m->prev = m->next = m;
    if (--musl_libc->threads_minus_1 == 0)
        musl_libc->need_locks = locks_of_one;
}

void host_clone_begin(struct thread *t)
{
    struct musl_thread *m = musl_of(t), *self = musl_self();
    /* Linked before it runs: it may end, and unlink itself, before clone returns here. */
    musl_ring_lock();
    m->prev = self;
    m->next = self->next;
    m->next->prev = m;
    self->next = m;
    musl_link_block(t);
    if (musl_libc->threads_minus_1++ == 0)
        musl_libc->need_locks = 1;
    musl_before_clone(m);
}

void host_clone_end(struct thread *t, long tid)
{
    /* First, for whoever awaits this holds the lock. */
    musl_after_clone();
    if (tid >= 0) {
        musl_count_thread();
        return;
    }
    musl_ring_lock();
    take_out(t, 0);
    musl_ring_unlock();
}

/* musl's own: its timers look there as soon as the thread is created. */
_Atomic uint32_t *host_parent_tid_word(struct thread *t)
{
    return &musl_of(t)->tid;
}

uintptr_t host_tls_pointer(struct thread *t)
{
    return musl_thread_pointer(musl_of(t));
}

void host_thread_enter(struct thread *t)
{
    /* relaxed: who waits for the end looks for 0 only */
    atomic_store_explicit(&t->tid, host_tid(t), memory_order_relaxed);
}

void host_thread_leave(struct thread *t)
{
    struct musl_thread *m = musl_of(t);
    ksigset mask;
    host_threads_lock(&mask);
    if (m->next == m) {
        /* exit handlers are the program's code again */
        host_threads_unlock(&mask);
        host_exit_process(0);
    }
    /* These lock and free: before the count falls, for then the last thread does not lock. */
    musl_thread_cleanup(m);
    /* From then on nobody broadcasts to it. */
    take_out(t, -1);
    musl_ring_unlock();
}
