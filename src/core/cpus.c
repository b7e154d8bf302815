/* SPDX-License-Identifier: MIT */
#include <asm/errno.h>

#include "cpus.h"

#include "sched.h"

#define WORD_BITS (8 * sizeof(unsigned long))
#define WORDS     (1024 / WORD_BITS)

/* To measure a pause, and the most of them in a turn. */
#define PAUSES     32
#define TURN_LIMIT 32

struct cpu_use cpu_use = {.active = 1};

void active_change(int n)
{
    if (cpus_usable() <= 1)
        arch_add_on_one_cpu(&cpu_use.active, n);
    else
        active_add(n);
}

/* Of CLOCK_MONOTONIC, modulo 2^32: enough for differences. */
static uint32_t nanoseconds(void)
{
    struct ktime now = {0};
    sys_clock_gettime(1, &now);
    return (uint32_t)now.sec * NSEC_PER_SEC + (uint32_t)now.nsec;
}

/* An interruption can make a pause look longer, and turns too short: spins then are as short as
   they would be without this. It should not make what the clock takes look longer: hence the lesser
   of two. */
static void measure_pause(void)
{
    uint32_t before = nanoseconds();
    uint32_t begin = nanoseconds();
    for (int i = 0; i < PAUSES; i++)
        arch_cpu_relax();
    uint32_t end = nanoseconds(), after = nanoseconds();
    uint32_t took = end - begin;
    uint32_t clock = begin - before < after - end ? begin - before : after - end;
    if (clock < took)
        took -= clock;
    uint32_t pauses = took ? (TURN_NS * PAUSES + took / 2) / took : 1;
    pauses = pauses < 1 ? 1 : pauses > TURN_LIMIT ? TURN_LIMIT : pauses;
    /* relaxed: a hint */
    atomic_store_explicit(&cpu_use.pauses, (int)pauses, memory_order_relaxed);
}

void cpus_count(int tid)
{
    static atomic_ulong all[WORDS] WRITTEN_EARLY;
    unsigned long set[WORDS];
    long bytes = sys_sched_get_affinity(tid, sizeof set, set);
    int n = 0;
    for (long i = 0; i < bytes / (long)sizeof set[0]; i++) {
        /* relaxed: it makes a hint */
        unsigned long rest =
            atomic_fetch_or_explicit(&all[i], set[i], memory_order_relaxed) | set[i];
        for (; rest; rest &= rest - 1)
            n++;
    }
    /* The kernel has more CPUs than fit: there are surely two. */
    if (bytes == -EINVAL)
        n = 2;
    /* It may not be asked, in a sandbox: never spin. But no longer 0: hosts take that for a process
       with one thread. */
    if (n == 0 && !cpus_usable())
        n = 1;
    /* It never becomes less, whoever counts at the same time. */
    int old = cpus_usable();
    while (n > old && !atomic_compare_exchange_weak_explicit(
                          &cpu_use.usable, &old, n, memory_order_relaxed, memory_order_relaxed))
        ;
}

void cpus_measure(void)
{
    if (cpus_usable() > 1 && !atomic_load_explicit(&cpu_use.pauses, memory_order_relaxed))
        measure_pause();
}
