/* SPDX-License-Identifier: MIT */
/*
 * The list of all threads, a ring through their blocks, and their number. The lock is held for
 * a few instructions: a new thread is linked in and a leaving one taken out.
 */
#include "threads.h"

/* 0 free, 1 locked, 2 locked and somebody may sleep. */
static _Atomic uint32_t lock;

static void acquire(void)
{
    uint32_t free = 0;
    /* acquire, both: pair with release() */
    if (atomic_compare_exchange_strong_explicit(&lock, &free, 1, memory_order_acquire,
                                                memory_order_relaxed))
        return;
    while (atomic_exchange_explicit(&lock, 2, memory_order_acquire) != 0)
        futex_wait(&lock, 2, FUTEX_THREADS, NULL, FUTEX_ANY_BIT);
}

static void release(void)
{
    /* release: pairs with acquire() */
    if (atomic_exchange_explicit(&lock, 0, memory_order_release) == 2)
        futex_wake(&lock, 1, FUTEX_THREADS, FUTEX_ANY_BIT);
}

/* Signals stay open: no function that takes this lock may be called by a handler. */
void host_threads_lock(ksigset *mask)
{
    (void)mask;
    acquire();
}

void host_threads_unlock(const ksigset *mask)
{
    (void)mask;
    release();
}

void host_each_thread(void (*visit)(struct thread *, void *), void *arg)
{
    acquire();
    struct thread *t = thread_self(), *first = t;
    do
        visit(t, arg);
    while ((t = t->next) != first);
    release();
}

void threads_link(struct thread *t)
{
    struct thread *self = thread_self();
    acquire();
    t->prev = self;
    t->next = self->next;
    t->next->prev = t;
    self->next = t;
    release();
}

bool threads_unlink(struct thread *t)
{
    acquire();
    bool last = t->next == t;
    t->prev->next = t->next;
    t->next->prev = t->prev;
    t->prev = t->next = t;
    release();
    return last;
}

void threads_after_fork(struct thread *t)
{
    t->prev = t->next = t;
    atomic_store_explicit(&lock, 0, memory_order_relaxed);
}
