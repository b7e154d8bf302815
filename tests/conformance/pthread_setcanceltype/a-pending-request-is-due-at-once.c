/* SPDX-License-Identifier: MIT */
/*
 * A request that is pending is acted upon when the type becomes asynchronous, and when
 * cancelability is enabled with that type; not while it is disabled, whatever the type.
 */
#include "test.h"

static struct gate up, go;
static int reached;
static volatile long counter;

/* Where the thread should have been cancelled before. It ends, so that this is an error, not a
 * hang. */
static void work_on(void)
{
    long long end = test_now_ns(CLOCK_MONOTONIC) + 3 * TEST_SECOND;

    while (test_now_ns(CLOCK_MONOTONIC) < end)
        for (int i = 0; i < 1000; i++)
            counter++;
}

static void *by_type(void *arg)
{
    gate_open(&up);
    gate_wait(&go);
    reached = 1;
    pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, NULL);
    work_on();
    return arg;
}

static void *by_state(void *arg)
{
    CHECK_EQ(pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, NULL), 0);
    CHECK_EQ(pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, NULL), 0);
    gate_open(&up);
    gate_wait(&go);
    for (volatile int i = 0; i < 100000; i++)
        ;
    pthread_testcancel();
    reached = 2;
    pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, NULL);
    work_on();
    return arg;
}

int main(void)
{
    for (int i = 1; i <= 2; i++) {
        pthread_t thread = test_start(i == 1 ? by_type : by_state, NULL);

        gate_wait_for(&up, i);
        CHECK_EQ(pthread_cancel(thread), 0);
        gate_open(&go);
        CHECK(test_finish(thread) == PTHREAD_CANCELED);
        CHECK_EQ(reached, i);
        STORE(&go.count, 0);
    }
    return 0;
}
