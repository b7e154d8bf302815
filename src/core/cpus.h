/* SPDX-License-Identifier: MIT */
/*
 * Is spinning worth it? A heuristic: nothing's correctness depends on it. The count of threads
 * that want to run goes up at create, down at exit and before a futex wait. The waker adds
 * those it woke, at the moment it wakes them, so that the count is not low while they are on
 * their way; a sleeper adds itself only if nobody woke it. It may be too high: for threads that
 * block in a system call that is not ours, or are cancelled in the moment in which they have been
 * woken.
 */
#ifndef PTHIN_CORE_CPUS_H
#define PTHIN_CORE_CPUS_H

#include "base.h"

#include "arch/arch.h"

/* Each in a cache line of its own: locks look at the one that hardly ever changes all the time. */
extern PTHIN_HIDDEN struct cpu_use {
    _Alignas(64) atomic_int usable; /* by threads of this process; 0 before the first create */
    _Alignas(64) atomic_int active;
} cpu_use;

/* Takes the CPUs on which the thread tid (0: the caller) may run for usable, beside those that are
   already. At the first create. */
void cpus_count(int tid);

static inline int cpus_usable(void)
{
    /* relaxed: a hint */
    return atomic_load_explicit(&cpu_use.usable, memory_order_relaxed);
}

static inline void active_add(int n)
{
    /* relaxed: a hint */
    atomic_fetch_add_explicit(&cpu_use.active, n, memory_order_relaxed);
}

/* The thread may run elsewhere from now on. Before the first create that tells nothing yet. */
static inline void cpus_changed(int tid)
{
    if (cpus_usable())
        cpus_count(tid);
}

/* Around a futex wait. r: what it returned. Wakers in other processes, and the kernel, cannot
   count whom they wake: then the sleeper counts itself. */
static inline void active_sleep(void)
{
    active_add(-1);
}

static inline void active_awake(long r, bool waker_counts)
{
    if (r != 0 || !waker_counts)
        active_add(1);
}

/* One polite turn of a spin loop. */
static inline void cpu_relax(void)
{
    arch_cpu_relax();
}

/* More than one CPU, and no more runnable threads than CPUs. */
static inline bool spin_pays(void)
{
    int usable = cpus_usable();
    return usable > 1 && atomic_load_explicit(&cpu_use.active, memory_order_relaxed) <= usable;
}

#endif
