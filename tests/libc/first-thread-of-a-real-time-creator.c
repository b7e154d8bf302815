/* SPDX-License-Identifier: MIT */
/*
 * A thread of a real-time priority that its children do not inherit (SCHED_RESET_ON_FORK: so do daemons
 * that get it by rtkit), on one CPU, creates the first thread of the program. Whatever the library does
 * for a first thread must not wait awake for a thread that needs the same CPU.
 */
#include "test.h"

#include <sys/syscall.h>

#ifndef SCHED_RESET_ON_FORK
#    define SCHED_RESET_ON_FORK 0x40000000
#endif

/* Milliseconds of CPU time, of which all together takes a few. Who waits awake has all until the kernel
   lets others run, after most of a second (sched_rt_runtime_us), or not at all. */
enum { MUCH = 400 };

static void *routine(void *arg)
{
    return arg;
}

int main(void)
{
    struct sched_param priority = {.sched_priority = 1};
    cpu_set_t cpus, one;
    int cpu = 0;

    CHECK_EQ(sched_getaffinity(0, sizeof cpus, &cpus), 0);
    while (!CPU_ISSET(cpu, &cpus))
        cpu++;
    CPU_ZERO(&one);
    CPU_SET(cpu, &one);
    CHECK_EQ(sched_setaffinity(0, sizeof one, &one), 0);
    /* Not by sched_setscheduler, which musl does not have. */
    if (syscall(SYS_sched_setscheduler, 0, SCHED_FIFO | SCHED_RESET_ON_FORK, &priority) != 0)
        TEST_SKIP("no right to a real-time priority");
    test_finish(test_start(routine, NULL));
    CHECK(test_now_ns(CLOCK_PROCESS_CPUTIME_ID) / 1000000 < MUCH);
    return 0;
}
