/* SPDX-License-Identifier: MIT */
/*
 * A pending request is acted upon in pthread_testcancel when cancelability is enabled.
 */
#include "test.h"

static struct gate cancelled;

static void *routine(void *arg)
{
    gate_wait(&cancelled);
    pthread_testcancel();
    return arg;
}

int main(void)
{
    pthread_t thread = test_start(routine, NULL);

    CHECK_EQ(pthread_cancel(thread), 0);
    gate_open(&cancelled);
    CHECK(test_finish(thread) == PTHREAD_CANCELED);
    return 0;
}
