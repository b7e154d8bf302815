/* SPDX-License-Identifier: MIT */
/*
 * A thread blocked in sem_wait can be cancelled, its cleanup handlers run, and it takes no token
 * with it.
 */
#include "semaphores.h"

static int call_wait(void *arg)
{
    return sem_wait(arg);
}

int main(void)
{
    check_is_a_cancellation_point(call_wait);
    return 0;
}
