/* SPDX-License-Identifier: MIT */
/*
 * As pthread_cond_wait, whatever the sort of the mutex and the clock: it is released while a thread
 * waits and is the caller's again afterwards. EPERM, and no wait, if an error-checking or robust
 * one is not the caller's.
 */
#include "conditions.h"

static int clockwait(clockid_t clock, int ms)
{
    struct timespec end = now_plus_ms(clock, ms);

    return pthread_cond_clockwait(&cond, &mutex, clock, &end);
}

static int realtime_wait(int ms)
{
    return clockwait(CLOCK_REALTIME, ms);
}

static int monotonic_wait(int ms)
{
    return clockwait(CLOCK_MONOTONIC, ms);
}

int main(void)
{
    wait_call ways[] = {realtime_wait, monotonic_wait};

    check_every_sort_of_mutex(ways);
    return 0;
}
