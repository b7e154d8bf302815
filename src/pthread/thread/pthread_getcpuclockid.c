/* SPDX-License-Identifier: MIT */
#include <time.h>

#include "target.h"

/* How the kernel names the CPU time clock of a thread: the tid's complement, then three bits:
   4 a thread and not a process, 2 the time the scheduler counts. */
static clockid_t cpu_clock(int tid)
{
    return (clockid_t)(~(unsigned)tid << 3 | 4 | 2);
}

PTHIN_EXPORT int pthread_getcpuclockid(pthread_t thread, clockid_t *clock)
{
    struct target target;
    int err = target_get(&target, thread);
    if (err)
        return err;
    *clock = cpu_clock(target.tid);
    target_done(&target);
    return 0;
}
