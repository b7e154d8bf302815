/* SPDX-License-Identifier: MIT */
/*
 * The error of pthread_join: EDEADLK for the calling thread.
 */
#include "test.h"

static void *itself(void *arg)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, 500);

    CHECK_EQ(pthread_timedjoin_np(pthread_self(), NULL, &end), EDEADLK);
    return arg;
}

int main(void)
{
    itself(NULL);
    CHECK_EQ(test_finish(test_start(itself, (void *)3)), 3); /* and it can still be joined */
    return 0;
}
