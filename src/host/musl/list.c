/* SPDX-License-Identifier: MIT */
/*
 * The lock of the ring of threads. The word is musl's own because its _Fork frees it in the
 * child. Signals that run the program's code are blocked while it is held, for a handler may
 * fork; HOST_BROADCAST_SIGNAL is open while waiting for it, for __synccall holds it until every
 * thread has handled that signal.
 *
 * It is held for a few instructions, to link a thread in or to take one out. A new thread is linked
 * before it is cloned, and whoever has to know that all in the ring exist, and that no other does
 * (fork, __synccall, membarrier), also waits for those that are between the two.
 */
#include "musl.h"

#include "core/wait.h"

/* How often more than once the holder has taken it. */
static unsigned depth;

/* Threads that may sleep; too high in the child of a fork, which costs a wake. */
static _Atomic uint32_t waiters;

/*
 * Threads that are cloning.
 *   bit 0      CLONING_AWAITED: the lock's holder sleeps on the word until there are none. Set and
 *              cleared by it.
 *   bits 1-31  how many. Counted up with the lock held, down without.
 */
#define CLONING_AWAITED 1u
#define CLONING_ONE     2u
static _Atomic uint32_t cloning;

/* Turns before the first sleep: as a rule the holder is soon done. */
#define SPIN_TURNS 50

static bool try(uint32_t tid, uint32_t *holder)
{
    *holder = 0;
    /* acquire: pairs with musl_ring_unlock's store */
    if (!atomic_compare_exchange_strong_explicit(&__thread_list_lock, holder, tid,
                                                 memory_order_acquire, memory_order_relaxed))
        return false;
    /* _Fork, which frees the lock in the child, may have left another thread's. */
    depth = 0;
    return true;
}

static bool spin(uint32_t tid)
{
    uint32_t holder;
    for (int i = 0; i < SPIN_TURNS && cpus_usable() > 1; i++) {
        cpu_relax();
        if (!atomic_load_explicit(&__thread_list_lock, memory_order_relaxed) && try(tid, &holder))
            return true;
    }
    return false;
}

void musl_ring_lock(void)
{
    uint32_t tid = host_self_tid(), holder;
    /* relaxed: only we write our tid */
    if (atomic_load_explicit(&__thread_list_lock, memory_order_relaxed) == tid) {
        depth++;
        return;
    }
    if (likely(try(tid, &holder)) || spin(tid))
        return;
    while (!try(tid, &holder)) {
        /* seq_cst, with the kernel's look at the word: either the holder sees us, or we see
           the word changed */
        atomic_fetch_add_explicit(&waiters, 1, memory_order_seq_cst);
        futex_wait(&__thread_list_lock, holder, FUTEX_THREADS, NULL, FUTEX_ANY_BIT);
        atomic_fetch_sub_explicit(&waiters, 1, memory_order_relaxed);
    }
}

void musl_ring_unlock(void)
{
    if (depth) {
        depth--;
        return;
    }
    /* seq_cst, both: see musl_ring_lock */
    atomic_store_explicit(&__thread_list_lock, 0, memory_order_seq_cst);
    if (atomic_load_explicit(&waiters, memory_order_seq_cst))
        futex_wake(&__thread_list_lock, 1, FUTEX_THREADS, FUTEX_ANY_BIT);
}

static void await_cloning(void)
{
    struct wait cloned = {&cloning, FUTEX_THREADS, FUTEX_ANY_BIT, NULL};
    uint32_t seen;
    /* acquire: pairs with musl_cloned. In the child of a bare _Fork there are no other threads, and
       what the word says of them is outdated. */
    while ((seen = atomic_load_explicit(&cloning, memory_order_acquire)) >= CLONING_ONE &&
           __libc.threads_minus_1) {
        if (wait_mark(&cloning, &seen, CLONING_AWAITED))
            wait_sleep(&cloned, seen);
    }
    /* Nobody else changes it while the lock is held. */
    atomic_store_explicit(&cloning, 0, memory_order_relaxed);
}

void __tl_lock(void)
{
    musl_ring_lock();
    await_cloning();
}

void __tl_unlock(void)
{
    musl_ring_unlock();
}

void musl_cloning(void)
{
    /* relaxed: the lock orders it */
    atomic_fetch_add_explicit(&cloning, CLONING_ONE, memory_order_relaxed);
}

void musl_cloned(void)
{
    /* release: pairs with await_cloning; the thread's tid is seen */
    uint32_t old = atomic_fetch_sub_explicit(&cloning, CLONING_ONE, memory_order_release);
    if (old == (CLONING_ONE | CLONING_AWAITED))
        wait_wake(&cloning, 1, FUTEX_THREADS, FUTEX_ANY_BIT);
}

void host_threads_lock(ksigset *mask)
{
    ksigset block = KSIG_ALL & ~HOST_OPEN_SIGNALS;
    sys_sigprocmask(KSIG_BLOCK, &block, mask);
    musl_ring_lock();
}

void host_threads_unlock(const ksigset *mask)
{
    musl_ring_unlock();
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
