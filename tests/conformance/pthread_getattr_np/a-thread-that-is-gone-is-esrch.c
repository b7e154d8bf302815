/* SPDX-License-Identifier: MIT */
/*
 * ESRCH from pthread_getattr_np for a thread that has been joined, or was detached and has ended.
 * (Its ID means nothing any more by POSIX; this is what can be told.)
 */
#include "dead.h"

int main(void)
{
    pthread_attr_t attr;

    CHECK_DEAD_ESRCH(pthread_getattr_np(dead, &attr));
    return 0;
}
