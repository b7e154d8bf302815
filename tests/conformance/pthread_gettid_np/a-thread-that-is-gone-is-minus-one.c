/* SPDX-License-Identifier: MIT */
/*
 * -1 for a thread that has been joined, or was detached and has ended.
 */
#include "dead.h"

int main(void)
{
    for (int kind = 0; kind < DEAD_KINDS; kind++)
        CHECK_EQ(pthread_gettid_np(dead_thread(kind)), -1);
    return 0;
}
