/* SPDX-License-Identifier: MIT */
/*
 * Scheduling of one thread, as the kernel has it; tid 0 is the caller. As with the other
 * system calls, the kernel's value or -errno is returned.
 */
#ifndef PTHIN_CORE_SCHED_H
#define PTHIN_CORE_SCHED_H

#include "thread.h"

long sys_sched_set(int tid, int policy, int priority);
long sys_sched_set_priority(int tid, int priority);
/* The policy, with SCHED_RESET_ON_FORK if it is set. */
long sys_sched_policy(int tid);
long sys_sched_priority(int tid, int *priority);

/* Sets of CPUs: size bytes. get returns how many of them the kernel wrote. */
long sys_sched_set_affinity(int tid, size_t size, const void *set);
long sys_sched_get_affinity(int tid, size_t size, void *set);

void sys_sched_yield(void);

/* Where the caller stands among the real-time threads: its priority under SCHED_FIFO and
   SCHED_RR, above all of them under SCHED_DEADLINE, 0 under the other policies. */
int sched_rank(void);

/* Changes of anybody's scheduling by this library, modulo 2^32. */
extern PTHIN_HIDDEN _Atomic uint32_t sched_changes;

/* sched_rank, kept for sched_rank_lately. */
int sched_rank_again(void);

/* The same, at hardly any cost. Knows what this library changed; a change by other means may be
   noticed only after some calls more. */
static inline int sched_rank_lately(void)
{
    struct thread *t = thread_self();
    /* relaxed: whoever changes it for another thread may as well do so a moment later */
    if (likely(t->rank_uses-- &&
               t->rank_changes == atomic_load_explicit(&sched_changes, memory_order_relaxed)))
        return t->rank;
    return sched_rank_again();
}

#endif
