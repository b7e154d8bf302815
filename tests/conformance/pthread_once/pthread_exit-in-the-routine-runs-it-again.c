/* SPDX-License-Identifier: MIT */
/*
 * A routine left by pthread_exit, which is not a normal return, does not count as having run.
 * (POSIX speaks of cancellation; the libcs treat the two alike.)
 */
#include "test.h"

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int runs;

static void init(void)
{
    if (ADD(&runs, 1) == 1)
        pthread_exit((void *)4);
}

static void *routine(void *arg)
{
    CHECK_EQ(pthread_once(&once, init), 0);
    return arg;
}

int main(void)
{
    CHECK_EQ(test_finish(test_start(routine, (void *)5)), 4);
    CHECK_EQ(test_finish(test_start(routine, (void *)5)), 5);
    CHECK_EQ(test_finish(test_start(routine, (void *)6)), 6);
    CHECK_EQ(LOAD(&runs), 2);
    return 0;
}
