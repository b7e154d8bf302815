/* SPDX-License-Identifier: MIT */
/*
 * ESRCH from pthread_getaffinity_np for a thread that has been joined, or was detached and has
 * ended. (Its ID means nothing any more by POSIX; this is what can be told.)
 */
#include "dead.h"

int main(void)
{
    cpu_set_t set;

    CHECK_DEAD_ESRCH(pthread_getaffinity_np(dead, sizeof set, &set));
    return 0;
}
