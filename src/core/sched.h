/* SPDX-License-Identifier: MIT */
/*
 * Scheduling of one thread, as the kernel has it; tid 0 is the caller. As with the other
 * system calls, the kernel's value or -errno is returned.
 */
#ifndef PTHIN_CORE_SCHED_H
#define PTHIN_CORE_SCHED_H

#include "thread.h"

/* Policies, as in linux/sched.h, which cannot be included beside every libc's <sched.h>. */
#define POLICY_OTHER    0
#define POLICY_FIFO     1
#define POLICY_RR       2
#define POLICY_BATCH    3
#define POLICY_IDLE     5
#define POLICY_DEADLINE 6
/* May be added to each of them. */
#define POLICY_RESET_ON_FORK 0x40000000

long sys_sched_set(int tid, int policy, int priority);
long sys_sched_set_priority(int tid, int priority);
/* The policy, with POLICY_RESET_ON_FORK if it is set, and the priority. 0 or -errno. */
long sys_sched_get(int tid, int *policy, int *priority);

/* Sets of CPUs: size bytes. get returns how many of them the kernel wrote. */
long sys_sched_set_affinity(int tid, size_t size, const void *set);
long sys_sched_get_affinity(int tid, size_t size, void *set);

void sys_sched_yield(void);

/* The caller's rank, by which waiters are let in: its priority under SCHED_FIFO and SCHED_RR, 100
   (above all of these) under SCHED_DEADLINE, 0 under the other policies. Asks the kernel. */
int sched_rank(void);

/* How often this library has changed a thread's scheduling, modulo 2^32. */
extern PTHIN_HIDDEN _Atomic uint32_t sched_changes;

/* Asks for the rank and keeps the answer for sched_rank_lately. */
int sched_rank_again(void);

/* The caller's rank as it was found lately, at hardly any cost. After a change by this library the
   kernel is asked again. A change by other means, such as chrt, is noticed some calls later. */
static inline int sched_rank_lately(void)
{
    struct thread *t = thread_self();
    /* relaxed: if another thread changes our scheduling, we may see that a moment later */
    if (likely(t->rank_uses-- &&
               t->rank_changes == atomic_load_explicit(&sched_changes, memory_order_relaxed)))
        return t->rank;
    return sched_rank_again();
}

#endif
