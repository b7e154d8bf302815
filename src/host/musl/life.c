/* SPDX-License-Identifier: MIT */
/* The life of a thread, as far as musl has a say in it. */
#include "core/robust.h"
#include "musl.h"

/*
 * Beside musl's ring there is one of our own, through the blocks: _Fork cuts the caller out of
 * musl's, and the child has to find the others, whose stacks it gives back. Whenever a fork copies
 * it, next leads all around it (blocks_vanished): release, both. Under the lock of musl's.
 */
static void link_block(struct thread *t)
{
    struct thread *self = thread_self();
    t->prev = self;
    t->next = self->next;
    t->next->prev = t;
    atomic_thread_fence(memory_order_release);
    self->next = t;
}

static void unlink_block(struct thread *t)
{
    t->prev->next = t->next;
    t->next->prev = t->prev;
    atomic_thread_fence(memory_order_release);
    t->prev = t->next = t;
}

/* Out of the rings, of which the caller holds the lock. locks_of_one: what need_locks becomes if
   that leaves one thread. */
static void take_out(struct thread *t, signed char locks_of_one)
{
    struct musl_thread *m = musl_of(t);
    unlink_block(t);
    m->next->prev = m->prev;
    m->prev->next = m->next;
    m->prev = m->next = m;
    if (--__libc.threads_minus_1 == 0)
        __libc.need_locks = locks_of_one;
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
    link_block(t);
    if (__libc.threads_minus_1++ == 0)
        __libc.need_locks = 1;
    musl_cloning();
    musl_ring_unlock();
}

void host_clone_end(struct thread *t, long tid)
{
    /* First, for whoever awaits this holds the lock. */
    musl_cloned();
    if (tid < 0) {
        musl_ring_lock();
        take_out(t, 0);
        musl_ring_unlock();
    }
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
    if (__do_orphaned_stdio_locks)
        __do_orphaned_stdio_locks();
    if (__dl_thread_cleanup)
        __dl_thread_cleanup();
    /* From then on nobody broadcasts to it. */
    take_out(t, -1);
    musl_ring_unlock();
}

struct robust_head *host_robust_head(void)
{
    struct robust_head *head = &musl_self()->robust;
    if (!head->futex_offset)
        robust_register(head);
    return head;
}
