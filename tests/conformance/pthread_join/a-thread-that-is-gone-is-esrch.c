/* SPDX-License-Identifier: MIT */
/*
 * ESRCH from pthread_join for a thread that has been joined, or was detached and has ended. (Its ID
 * means nothing any more by POSIX; this is what can be told.)
 */
#include "dead.h"

int main(void)
{
    CHECK_DEAD_ESRCH(pthread_join(dead, NULL));
    return 0;
}
