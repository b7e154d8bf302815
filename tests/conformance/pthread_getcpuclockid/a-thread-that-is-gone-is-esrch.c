/* SPDX-License-Identifier: MIT */
/*
 * ESRCH from pthread_getcpuclockid for a thread that has been joined, or was detached and has
 * ended. (Its ID means nothing any more by POSIX; this is what can be told.)
 */
#include "dead.h"

int main(void)
{
    clockid_t clock;

    CHECK_DEAD_ESRCH(pthread_getcpuclockid(dead, &clock));
    return 0;
}
