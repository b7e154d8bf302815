/* SPDX-License-Identifier: MIT */
/*
 * A request to a thread that is just ending is a request to that thread or does nothing: no other
 * thread is cancelled or interrupted, and the thread can be joined.
 */
#include "test.h"

enum { ROUNDS = 500 };
static struct gate go[ROUNDS];

static void *routine(void *arg)
{
    gate_wait((struct gate *)arg);
    return arg;
}

static int stop;

static void *bystander(void *arg)
{
    struct timespec nap = {.tv_sec = 0, .tv_nsec = 20000};

    while (!LOAD(&stop)) {
        pthread_testcancel();
        CHECK_EQ(TEST_SYS4(clock_nanosleep, CLOCK_MONOTONIC, 0, &nap, NULL), 0); /* never EINTR */
    }
    return arg;
}

int main(void)
{
    pthread_t other = test_start(bystander, (void *)9);

    for (int i = 0; i < ROUNDS; i++) {
        pthread_t thread = test_start(routine, &go[i]);
        void *value;

        gate_open(&go[i]);
        for (volatile int spin = 0; spin < i * 20; spin++)
            ;
        CHECK_EQ(pthread_cancel(thread), 0);
        value = test_finish(thread);
        CHECK(value == &go[i]); /* there is no cancellation point in it */
    }
    STORE(&stop, 1);
    CHECK_EQ(test_finish(other), 9);
    return 0;
}
