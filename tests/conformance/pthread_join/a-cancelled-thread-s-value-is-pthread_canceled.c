/* SPDX-License-Identifier: MIT */
/*
 * If the target was cancelled, *value_ptr is PTHREAD_CANCELED.
 */
#include "test.h"

static struct gate up;

static void *routine(void *arg)
{
    gate_open(&up);
    for (;;) {
        pthread_testcancel();
        TEST_SYS0(sched_yield);
    }
    return arg;
}

int main(void)
{
    pthread_t thread = test_start(routine, NULL);
    void *value = NULL;

    gate_wait(&up);
    CHECK_EQ(pthread_cancel(thread), 0);
    CHECK_EQ(pthread_join(thread, &value), 0);
    CHECK(value == PTHREAD_CANCELED);
    return 0;
}
