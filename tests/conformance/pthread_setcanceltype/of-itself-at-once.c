/* SPDX-License-Identifier: MIT */
/*
 * A thread with asynchronous cancelability that cancels itself does not come back.
 */
#include "test.h"

static void *routine(void *arg)
{
    CHECK_EQ(pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, NULL), 0);
    pthread_cancel(pthread_self());
    for (volatile int i = 0; i < 1000000; i++)
        ;
    CHECK(!"still here");
    return arg;
}

int main(void)
{
    for (int i = 0; i < 20; i++)
        CHECK(test_finish(test_start(routine, NULL)) == PTHREAD_CANCELED);
    return 0;
}
