/* SPDX-License-Identifier: MIT */
#include "cpus.h"

#include "sched.h"

struct cpu_use cpu_use = {.active = 1};

void cpus_init(void)
{
    unsigned long set[1024 / (8 * sizeof(unsigned long))];
    long bytes = sys_sched_get_affinity(0, sizeof set, set);
    int n = 0;
    for (long i = 0; i < bytes / (long)sizeof set[0]; i++)
        for (unsigned long rest = set[i]; rest; rest &= rest - 1)
            n++;
    /* Over 1024 CPUs the call fails: there are surely two. */
    cpu_use.usable = bytes > 0 ? n : 2;
}
