/* SPDX-License-Identifier: MIT */
/*
 * ESRCH from pthread_setaffinity_np for a thread that has been joined, or was detached and has
 * ended. (Its ID means nothing any more by POSIX; this is what can be told.)
 */
#include "dead.h"

int main(void)
{
    cpu_set_t set;

    CHECK_EQ(pthread_getaffinity_np(pthread_self(), sizeof set, &set), 0);

    CHECK_DEAD_ESRCH(pthread_setaffinity_np(dead, sizeof set, &set));
    return 0;
}
