/* SPDX-License-Identifier: MIT */
/*
 * With a condition variable that processes may share, too: whatever the sort of the mutex, it is
 * released while a thread waits and is the caller's again afterwards. EPERM, and no wait, if an
 * error-checking or robust one is not the caller's.
 */
#include "shared-condition.h"

int main(void)
{
    wait_call ways[] = {plain_wait, timedwait};

    share_condition();
    check_every_sort_of_mutex(ways);
    CHECK_EQ(pthread_cond_destroy(&cond), 0);
    return 0;
}
