/* SPDX-License-Identifier: MIT */
/*
 * Whatever the sort of the mutex, it is released while a thread waits and is the caller's again
 * afterwards: after signal, broadcast and timeout. EPERM, and no wait, if an error-checking or
 * robust one is not the caller's.
 */
#include "conditions.h"

int main(void)
{
    wait_call ways[] = {plain_wait, timedwait};

    check_every_sort_of_mutex(ways);
    return 0;
}
