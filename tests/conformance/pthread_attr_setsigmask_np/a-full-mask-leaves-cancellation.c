/* SPDX-License-Identifier: MIT */
/*
 * A thread whose mask has every signal set can be cancelled all the same: the signals that the
 * implementation needs are not blocked, and not in the mask that is read back.
 */
#include "test.h"

static struct gate up;
static volatile long counter;

static void *routine(void *arg)
{
    CHECK_EQ(pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, NULL), 0);
    gate_open(&up);
    for (;;)
        counter++;
    return arg;
}

int main(void)
{
    pthread_attr_t attr;
    pthread_t thread;
    sigset_t mask, got;

    memset(&mask, 0xff, sizeof mask);
    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setsigmask_np(&attr, &mask), 0);
    CHECK_EQ(pthread_attr_getsigmask_np(&attr, &got), 0);
    CHECK(sigismember(&got, 33) != 1); /* libcs have it for threads */
    CHECK_EQ(sigismember(&got, SIGTERM), 1);
    CHECK_EQ(pthread_create(&thread, &attr, routine, NULL), 0);
    gate_wait(&up);
    CHECK_EQ(pthread_cancel(thread), 0);
    CHECK(test_finish(thread) == PTHREAD_CANCELED);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
