/* SPDX-License-Identifier: MIT */
/* There is no fork here, but a program may have one of its own. */
#include <pthin/thread.h>

#include "exit.h"
#include "thread_list.h"

PTHIN_EXPORT void pthin_thread_after_fork(void)
{
    struct thread *t = thread_self();
    /* The kernel keeps neither for the child. */
    long tid = sys_set_tid_address(&t->tid);
    if (unlikely(tid < 0))
        tid = sys_gettid(); /* a sandbox refuses it */
    t->robust.next = NULL;
    atomic_store_explicit(&t->tid, (uint32_t)tid, memory_order_relaxed);
    threads_after_fork(t);
    exit_after_fork();
    thread_after_fork();
}
