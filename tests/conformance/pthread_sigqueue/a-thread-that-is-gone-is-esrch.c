/* SPDX-License-Identifier: MIT */
/*
 * ESRCH from pthread_sigqueue for a thread that has been joined, or was detached and has ended.
 * (Its ID means nothing any more by POSIX; this is what can be told.)
 */
#include "dead.h"

int main(void)
{
    union sigval value = {.sival_int = 0};

    CHECK_DEAD_ESRCH(pthread_sigqueue(dead, SIGUSR1, value));
    return 0;
}
