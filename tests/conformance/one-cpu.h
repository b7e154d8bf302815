/* SPDX-License-Identifier: MIT */
/*
 * Programs that run on one CPU and whose library knows it. Not in test.h: programs that include a
 * header of the system before it have chosen what <sched.h> declares.
 */
#ifndef TEST_ONE_CPU_H
#define TEST_ONE_CPU_H

#include "test.h"

/* To be called first in main. A library may count the CPUs as early as it is loaded, so the program
 * begins anew on its one CPU. */
static inline void test_stay_on_one_cpu(char **argv)
{
    cpu_set_t cpus, one;
    int cpu = 0;

    CHECK_EQ(sched_getaffinity(0, sizeof cpus, &cpus), 0);
    while (!CPU_ISSET(cpu, &cpus))
        cpu++;
    CPU_ZERO(&one);
    CPU_SET(cpu, &one);
    if (CPU_EQUAL(&cpus, &one))
        return;
    CHECK_EQ(sched_setaffinity(0, sizeof one, &one), 0);
    test_exec(argv[1]);
}

#endif
