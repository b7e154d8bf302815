/* SPDX-License-Identifier: MIT */
/*
 * A thread blocked in sem_clockwait can be cancelled, its cleanup handlers run, and it takes no
 * token with it; on both clocks.
 */
#include "semaphores.h"

static clockid_t clock_of_wait;

static int call_clockwait(void *arg)
{
    struct timespec end = now_plus_ms(clock_of_wait, TEST_BOUND_MS);

    return sem_clockwait(arg, clock_of_wait, &end);
}

int main(void)
{
    clock_of_wait = CLOCK_REALTIME;
    check_is_a_cancellation_point(call_clockwait);
    clock_of_wait = CLOCK_MONOTONIC;
    check_is_a_cancellation_point(call_clockwait);
    return 0;
}
