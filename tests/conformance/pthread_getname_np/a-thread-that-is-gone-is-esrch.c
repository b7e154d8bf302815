/* SPDX-License-Identifier: MIT */
/*
 * ESRCH from pthread_getname_np for a thread that has been joined, or was detached and has ended.
 * (Its ID means nothing any more by POSIX; this is what can be told.)
 */
#include "dead.h"

int main(void)
{
    char name[16];

    CHECK_DEAD_ESRCH(pthread_getname_np(dead, name, sizeof name));
    return 0;
}
