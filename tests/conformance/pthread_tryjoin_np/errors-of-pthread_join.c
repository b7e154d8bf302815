/* SPDX-License-Identifier: MIT */
/*
 * The error of pthread_join: EDEADLK for the calling thread.
 */
#include "test.h"

static void *itself(void *arg)
{
    CHECK_EQ(pthread_tryjoin_np(pthread_self(), NULL), EDEADLK);
    return arg;
}

int main(void)
{
    itself(NULL);
    CHECK_EQ(test_finish(test_start(itself, (void *)3)), 3); /* and it can still be joined */
    return 0;
}
