/* SPDX-License-Identifier: MIT */
/*
 * The handler sees the objects of the block it was pushed in, with their last values.
 */
#include "test.h"

static int seen;

static void handler(void *arg)
{
    seen = *(volatile int *)arg;
}

static void *routine(void *arg)
{
    volatile int local = 1; /* C promises the value after a non-local jump only to volatile */

    pthread_cleanup_push(handler, (void *)&local);
    local = 2;
    local += 40;
    if (arg != NULL)
        pthread_exit(NULL);
    pthread_cleanup_pop(0);
    return arg;
}

int main(void)
{
    test_finish(test_start(routine, (void *)1));
    CHECK_EQ(seen, 42);
    return 0;
}
