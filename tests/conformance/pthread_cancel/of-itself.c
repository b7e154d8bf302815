/* SPDX-License-Identifier: MIT */
/*
 * A thread may cancel itself; it goes on to its next cancellation point.
 */
#include "test.h"

static int went_on;

static void *routine(void *arg)
{
    CHECK_EQ(pthread_cancel(pthread_self()), 0);
    went_on = 1;
    pthread_testcancel();
    CHECK(!"still here");
    return arg;
}

int main(void)
{
    CHECK(test_finish(test_start(routine, NULL)) == PTHREAD_CANCELED);
    CHECK_EQ(went_on, 1);
    return 0;
}
