/* SPDX-License-Identifier: MIT */
/*
 * With PTHREAD_CANCEL_DISABLE requests are held pending; after enabling, the next cancellation
 * point acts upon it.
 */
#include "test.h"

static struct gate up, cancelled;
static int reached;

static void *routine(void *arg)
{
    int old = -1;

    CHECK_EQ(pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &old), 0);
    CHECK_EQ(old, PTHREAD_CANCEL_ENABLE);
    gate_open(&up);
    gate_wait(&cancelled);
    for (int i = 0; i < 10; i++)
        pthread_testcancel();
    reached = 1;
    CHECK_EQ(pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, &old), 0);
    CHECK_EQ(old, PTHREAD_CANCEL_DISABLE);
    reached = 2;
    pthread_testcancel();
    reached = 3;
    return arg;
}

int main(void)
{
    pthread_t thread = test_start(routine, NULL);

    gate_wait(&up);
    CHECK_EQ(pthread_cancel(thread), 0);
    gate_open(&cancelled);
    CHECK(test_finish(thread) == PTHREAD_CANCELED);
    CHECK_EQ(reached, 2);
    return 0;
}
