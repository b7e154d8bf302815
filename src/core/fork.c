/* SPDX-License-Identifier: MIT */
/* In the child of a fork only the calling thread is left, with a new tid. */
#include "cpus.h"
#include "host/host.h"
#include "keys.h"
#include "stack.h"

void thread_after_fork(void)
{
    struct thread *t = thread_self();
    /* relaxed, all: nobody else is there */
    atomic_fetch_add_explicit(&fork_generation, 1, memory_order_relaxed);
    atomic_store_explicit(&cpu_use.active, 1, memory_order_relaxed);
    /* Who was joining it, or sending it signals, is not. */
    atomic_fetch_and_explicit(&t->state, THREAD_DETACHED, memory_order_relaxed);
    /* Another thread may have been looking. */
    atomic_store_explicit(&t->sched_lock, 0, memory_order_relaxed);
    thread_join_after_fork();
    cache_after_fork();
    if (keys_ends_now())
        keys_ends_now()->after_fork();
    defaults_after_fork();
}
