/* SPDX-License-Identifier: MIT */
/*
 * With asynchronous cancelability a request is acted upon at any time, in a loop without calls too.
 */
#include "test.h"

static struct gate up;
static volatile long counter;

static void *routine(void *arg)
{
    int old;

    CHECK_EQ(pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, &old), 0);
    CHECK_EQ(old, PTHREAD_CANCEL_DEFERRED);
    gate_open(&up);
    for (;;)
        counter++;
    return arg;
}

int main(void)
{
    pthread_t thread = test_start(routine, NULL);

    gate_wait(&up);
    CHECK_EQ(pthread_cancel(thread), 0);
    CHECK(test_finish(thread) == PTHREAD_CANCELED);
    return 0;
}
