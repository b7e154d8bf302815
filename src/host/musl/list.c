/* SPDX-License-Identifier: MIT */
/*
 * The lock of the ring of threads. The word is musl's own because its _Fork frees it in the
 * child. Signals that run the program's code are blocked while it is held, for a handler may
 * fork; HOST_BROADCAST_SIGNAL is open while waiting for it, for __synccall holds it until every
 * thread has handled that signal.
 */
#include "musl.h"

/* How often more than once the holder has taken it. */
static unsigned depth;

/* Threads that may sleep; too high in the child of a fork, which costs a wake. */
static _Atomic uint32_t waiters;

void __tl_lock(void)
{
    uint32_t tid = host_self_tid(), holder = 0;
    /* relaxed: only we write our tid */
    if (atomic_load_explicit(&__thread_list_lock, memory_order_relaxed) == tid) {
        depth++;
        return;
    }
    /* acquire: pairs with __tl_unlock's store */
    while (!atomic_compare_exchange_strong_explicit(&__thread_list_lock, &holder, tid,
                                                    memory_order_acquire, memory_order_relaxed)) {
        /* seq_cst, with the kernel's look at the word: either the holder sees us, or we see
           the word changed */
        atomic_fetch_add_explicit(&waiters, 1, memory_order_seq_cst);
        futex_wait(&__thread_list_lock, holder, FUTEX_THREADS, NULL, FUTEX_ANY_BIT);
        atomic_fetch_sub_explicit(&waiters, 1, memory_order_relaxed);
        holder = 0;
    }
}

void __tl_unlock(void)
{
    if (depth) {
        depth--;
        return;
    }
    /* seq_cst, both: see __tl_lock */
    atomic_store_explicit(&__thread_list_lock, 0, memory_order_seq_cst);
    if (atomic_load_explicit(&waiters, memory_order_seq_cst))
        futex_wake(&__thread_list_lock, 1, FUTEX_THREADS, FUTEX_ANY_BIT);
}

void host_threads_lock(ksigset *mask)
{
    ksigset block = KSIG_ALL & ~HOST_OPEN_SIGNALS;
    sys_sigprocmask(KSIG_BLOCK, &block, mask);
    __tl_lock();
}

void host_threads_unlock(const ksigset *mask)
{
    __tl_unlock();
    sys_sigprocmask(KSIG_SETMASK, mask, NULL);
}

void host_each_thread(void (*visit)(struct thread *, void *), void *arg)
{
    struct musl_thread *self = musl_self(), *m = self;
    ksigset mask;
    host_threads_lock(&mask);
    do
        visit(thread_of((uintptr_t)m), arg);
    while ((m = m->next) != self);
    host_threads_unlock(&mask);
}
