/* SPDX-License-Identifier: MIT */
/*
 * Is spinning worth it? It is if there are at least two CPUs, and no more runnable threads than
 * CPUs (spin_pays). The answer is a hint, and no lock is wrong if the hint is.
 *
 * cpu_use.active counts the runnable threads of the process, those that run or wait for a CPU:
 *   - It goes up when a thread is created and down when it ends.
 *   - A thread takes itself off before it sleeps on a futex.
 *   - Whoever wakes threads adds them, at the moment of the wake. If each added itself when it
 *     comes to run, the count would be too low while it is on its way. A thread that comes back
 *     from its sleep without having been woken adds itself.
 * The count is too high if threads block in system calls that the library does not know of, and if
 * a thread is cancelled in the moment in which it is woken.
 */
#ifndef PTHIN_CORE_CPUS_H
#define PTHIN_CORE_CPUS_H

#include "base.h"

#include "arch/arch.h"

/* Locks look at usable and pauses all the time, and these hardly ever change. active changes often:
   so it has a cache line of its own. */
extern PTHIN_HIDDEN struct cpu_use {
    /* CPUs that threads of this process may use. 0 until they are counted, at the first create at
       the latest: some hosts take 0 for a process that has never had a second thread. */
    _Alignas(64) atomic_int usable;
    atomic_int pauses;              /* processor's pauses in a turn of a spin loop; 0 counts as 1 */
    _Alignas(64) atomic_int active; /* runnable threads */
} cpu_use;

/* How long a turn of a spin loop is to last. The limits of spins count turns, and for how long it
   pays to spin is a matter of time. But a pause takes 1 ns on one processor and 50 on another, so a
   turn is made of as many pauses as come nearest to this. */
#define TURN_NS 28

/* Adds the CPUs on which the thread tid (0: the caller) may run to those that are known. Called at the
   first create, and by shared libraries when they are loaded. */
void cpus_count(int tid);

/* Measures how long a pause takes, once, if there are two CPUs. Called at the first create: programs
   that create no thread need not wait for it. */
void cpus_measure(void);

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

/* To be called when the affinity of the thread tid has changed. Before the first create nothing has
   to be done: that counts anyway. */
static inline void cpus_changed(int tid)
{
    if (!cpus_usable())
        return;
    cpus_count(tid);
    cpus_measure();
}

/* As active_add, for waits and wakes. On one CPU it does without a locked instruction: one that
   comes right after a system call takes 10 ns, some per cent of the time in which a thread posts a
   semaphore and another one wakes. If the process is given a second CPU and we do not hear of it,
   some changes of the count get lost. */
void active_change(int n);

/* Before a futex wait, and after it. r is what the wait returned. waker_counts: whoever wakes the
   thread adds it to the count. That is not so if the waker may be another process or the kernel:
   then the thread adds itself. */
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

/* For a short function whose last step before the return is a branch on the outcome of an atomic
   operation. Some processors return faster if there is an instruction between the two (arch.h). */
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
