/* SPDX-License-Identifier: MIT */
/*
 * ESRCH from pthread_getschedparam for a thread that has been joined, or was detached and has
 * ended. (Its ID means nothing any more by POSIX; this is what can be told.)
 */
#include "dead.h"

int main(void)
{
    struct sched_param param;
    int policy;

    CHECK_DEAD_ESRCH(pthread_getschedparam(dead, &policy, &param));
    return 0;
}
