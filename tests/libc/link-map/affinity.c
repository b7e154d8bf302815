/* SPDX-License-Identifier: MIT */
/* Scheduling by tid, which musl has in one object with that of threads. */
#define _GNU_SOURCE
#include <sched.h>

int main(void)
{
    cpu_set_t set;
    CPU_ZERO(&set);
    if (sched_getaffinity(0, sizeof set, &set) || !CPU_COUNT(&set))
        return 1;
    return sched_setaffinity(0, sizeof set, &set) != 0;
}
