/* SPDX-License-Identifier: MIT */
/*
 * EINVAL for nanoseconds below zero or not below a second, also where a mutex that another thread
 * owns inherits priorities, of whatever sort else, on both clocks.
 */
#include "mutexes.h"
#include "pthin-alone.h"

static void check(int (*call)(void *), clockid_t clock)
{
    check_invalid_nanoseconds(call, clock, PTHREAD_PRIO_INHERIT);
}

int main(void)
{
    check_clocks(check, pthread_mutex_clocklock);
    return 0;
}
