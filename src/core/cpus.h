/* SPDX-License-Identifier: MIT */
/*
 * Is spinning worth it? A heuristic: nothing's correctness depends on it, only on that usable is
 * not 0 from the first create on. The count of threads that want to run goes up at create, down at
 * exit and before a futex wait. The waker adds those it woke, at the moment it wakes them, so that
 * the count is not low while they are on their way; a sleeper adds itself only if nobody woke it.
 * It may be too high: for threads that block in a system call that is not ours, or are cancelled in
 * the moment in which they have been woken.
 */
#ifndef PTHIN_CORE_CPUS_H
#define PTHIN_CORE_CPUS_H

#include "base.h"

#include "arch/arch.h"

/* Locks look at the first two, which hardly ever change, all the time: active is in a cache line of
   its own. */
extern PTHIN_HIDDEN struct cpu_use {
    _Alignas(64) atomic_int usable; /* by threads of this process; 0 before the first create */
    atomic_int pauses;              /* in a turn of a spin loop; 0 as long as nobody counted: 1 */
    _Alignas(64) atomic_int active;
} cpu_use;

/* What a turn of a spin loop lasts, if that can be had. A processor's pause takes from 1 to 50 ns;
   how long a spin pays is a matter of time. */
#define TURN_NS 28

/* Takes the CPUs on which the thread tid (0: the caller) may run for usable, beside those that are
   already, and when there are two finds out how long a pause is. At the first create, on glibc as
   the library is loaded. */
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

/* The same for waits and wakes: on one CPU without the lock, which right after a system call takes
   10 ns, some per cent of a semaphore that goes back and forth. If the process gets another CPU
   and we do not hear of it, some get lost, of what is a hint. */
static inline void active_change(int n)
{
    if (cpus_usable() <= 1)
        arch_add_on_one_cpu(&cpu_use.active, n);
    else
        active_add(n);
}

/* Around a futex wait. r: what it returned. Wakers in other processes, and the kernel, cannot
   count whom they wake: then the sleeper counts itself. */
static inline void active_sleep(void)
{
    active_change(-1);
}

static inline void active_awake(long r, bool waker_counts)
{
    if (r != 0 || !waker_counts)
        active_change(1);
}

/* One polite turn of a spin loop. */
static inline void cpu_relax(void)
{
    /* relaxed: a hint */
    int pauses = atomic_load_explicit(&cpu_use.pauses, memory_order_relaxed);
    do
        arch_cpu_relax();
    while (--pauses > 0);
}

/* Before the return of a short function that ends with a branch on the outcome of an atomic
   operation. */
static inline void cpu_return_gap(void)
{
    arch_return_gap();
}

/* More than one CPU, and no more runnable threads than CPUs. */
static inline bool spin_pays(void)
{
    int usable = cpus_usable();
    return usable > 1 && atomic_load_explicit(&cpu_use.active, memory_order_relaxed) <= usable;
}

#endif
