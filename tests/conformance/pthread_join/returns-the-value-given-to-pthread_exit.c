/* SPDX-License-Identifier: MIT */
/*
 * The value passed to pthread_exit is made available in *value_ptr.
 */
#include "test.h"

static __attribute__((noinline)) void deep(void *arg)
{
    pthread_exit((char *)arg + 1);
}

static void *routine(void *arg)
{
    deep(arg);
    return NULL;
}

int main(void)
{
    CHECK_EQ(test_finish(test_start(routine, (void *)10)), 11);
    return 0;
}
