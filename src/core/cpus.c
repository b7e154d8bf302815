/* SPDX-License-Identifier: MIT */
#include <asm/errno.h>

#include "cpus.h"

#include "sched.h"

#define WORD_BITS (8 * sizeof(unsigned long))
#define WORDS     (1024 / WORD_BITS)

struct cpu_use cpu_use = {.active = 1};

void cpus_count(int tid)
{
    static atomic_ulong all[WORDS];
    unsigned long set[WORDS];
    long bytes = sys_sched_get_affinity(tid, sizeof set, set);
    int n = 0;
    for (long i = 0; i < bytes / (long)sizeof set[0]; i++) {
        /* relaxed: it makes a hint. Whoever is the last to count has them all. */
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
    if (n)
        atomic_store_explicit(&cpu_use.usable, n, memory_order_relaxed);
}
