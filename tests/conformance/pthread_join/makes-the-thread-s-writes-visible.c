/* SPDX-License-Identifier: MIT */
/*
 * pthread_join synchronizes memory: all that the thread wrote, with no other synchronization, is
 * seen after it.
 */
#include "test.h"

static long plain[1000];

static void *routine(void *arg)
{
    for (int i = 0; i < 1000; i++)
        plain[i] += (long)arg + i;
    return NULL;
}

int main(void)
{
    for (long round = 1; round <= 200; round++) {
        test_finish(test_start(routine, (void *)1));
        for (int i = 0; i < 1000; i += 37)
            CHECK_EQ(plain[i], round * (1 + i));
    }
    return 0;
}
