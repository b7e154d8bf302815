/* SPDX-License-Identifier: MIT */
/*
 * ESRCH from pthread_setschedparam for a thread that has been joined, or was detached and has
 * ended. (Its ID means nothing any more by POSIX; this is what can be told.)
 */
#include "dead.h"

int main(void)
{
    struct sched_param param = {.sched_priority = 0};

    CHECK_DEAD_ESRCH(pthread_setschedparam(dead, SCHED_OTHER, &param));
    return 0;
}
