/* SPDX-License-Identifier: MIT */
/*
 * EDEADLK if the value of thread is the calling thread.
 */
#include "test.h"

static void *routine(void *arg)
{
    CHECK_EQ(pthread_join(pthread_self(), NULL), EDEADLK);
    return arg;
}

int main(void)
{
    CHECK_EQ(pthread_join(pthread_self(), NULL), EDEADLK);
    CHECK_EQ(test_finish(test_start(routine, (void *)3)), 3); /* and it can still be joined */
    return 0;
}
