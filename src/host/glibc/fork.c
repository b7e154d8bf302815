/* SPDX-License-Identifier: MIT */
/*
 * The child of a fork. No handler runs before the fork, so locks may be held and lists half
 * changed by threads that are not there any more; everything is made anew instead.
 */
#include "fork.h"

#include <pthread.h>

#include "area.h"
#include "host/host.h"
#include "start.h"
#include "stats.h"
#include "thread_list.h"

static void child(void)
{
    struct thread *t = thread_self();
    bool ours = t->kind == THREAD_ENGINE;
    thread_after_fork();
    start_after_fork();
    stats_after_fork();
    area_after_fork();
    threads_after_fork(t, ours, ours || t->foreign_keys);
    t->robust.next = NULL; /* not registered for the child (robust.c) */
    if (!ours)
        return;
    area_of(handle_of(t))->generation =
        atomic_load_explicit(&fork_generation, memory_order_relaxed);
    /* fork has the kernel clear the tid. */
    if (glibc_facts.exit_word != glibc_facts.tid)
        sys_set_tid_address(host_exit_word(t));
}

void fork_prepare(void)
{
    pthread_atfork(NULL, NULL, child);
}
