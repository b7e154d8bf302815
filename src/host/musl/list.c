/* SPDX-License-Identifier: MIT */
/*
 * The lock of the ring of threads. The word is musl's own because its _Fork frees it in the
 * child; in a dynamic program musl itself takes it, too. Signals that run the program's code are
 * blocked while it is held, for a handler may fork; HOST_BROADCAST_SIGNAL is open while waiting for
 * it, for __synccall holds it until every thread has handled that signal.
 */
#include "musl.h"

#include "core/cpus.h"

/* How often more than once the holder has taken it. */
static unsigned depth;

/* Turns before the first sleep: as a rule the holder is soon done. */
#define SPIN_TURNS 50

static bool try(uint32_t tid, uint32_t *holder)
{
    *holder = 0;
    /* acquire: pairs with musl_ring_unlock's store */
    if (!atomic_compare_exchange_strong_explicit(musl_list_lock, holder, tid, memory_order_acquire,
                                                 memory_order_relaxed))
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
        if (!atomic_load_explicit(musl_list_lock, memory_order_relaxed) && try(tid, &holder))
            return true;
    }
    return false;
}

void musl_ring_lock(void)
{
    uint32_t tid = host_self_tid(), holder;
    /* relaxed: only we write our tid */
    if (atomic_load_explicit(musl_list_lock, memory_order_relaxed) == tid) {
        depth++;
        return;
    }
    if (likely(try(tid, &holder)) || spin(tid))
        return;
    while (!try(tid, &holder)) {
        /* Until the self-check, which another thread may be in, this leads to another word. */
        _Atomic uint32_t *waiters = musl_list_waiters;
        /* seq_cst, with the kernel's look at the word: either the holder sees us, or we see
           the word changed */
        atomic_fetch_add_explicit(waiters, 1, memory_order_seq_cst);
        futex_wait(musl_list_lock, holder, MUSL_LIST_SCOPE, MUSL_LIST_PATIENCE, FUTEX_ANY_BIT);
        atomic_fetch_sub_explicit(waiters, 1, memory_order_relaxed);
    }
}

void musl_ring_unlock(void)
{
    if (depth) {
        depth--;
        return;
    }
    /* seq_cst, both: see musl_ring_lock */
    atomic_store_explicit(musl_list_lock, 0, memory_order_seq_cst);
    if (atomic_load_explicit(musl_list_waiters, memory_order_seq_cst))
        futex_wake(musl_list_lock, 1, MUSL_LIST_SCOPE, FUTEX_ANY_BIT);
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
