/* SPDX-License-Identifier: MIT */
/*
 * A thread blocked in sem_timedwait can be cancelled, its cleanup handlers run, and it takes no
 * token with it.
 */
#include "semaphores.h"

static int call_timedwait(void *arg)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

    return sem_timedwait(arg, &end);
}

int main(void)
{
    check_is_a_cancellation_point(call_timedwait);
    return 0;
}
