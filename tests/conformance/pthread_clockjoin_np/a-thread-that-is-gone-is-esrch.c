/* SPDX-License-Identifier: MIT */
/*
 * ESRCH from pthread_clockjoin_np for a thread that has been joined, or was detached and has ended.
 * (Its ID means nothing any more by POSIX; this is what can be told.)
 */
#include "dead.h"

int main(void)
{
    struct timespec end = now_plus_ms(CLOCK_MONOTONIC, 1000);

    CHECK_DEAD_ESRCH(pthread_clockjoin_np(dead, NULL, CLOCK_MONOTONIC, &end));
    return 0;
}
