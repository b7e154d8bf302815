/* SPDX-License-Identifier: MIT */
/*
 * A sandbox that refuses handlers of signals: pthread_cancel cannot get a thread out of its wait, gives the
 * sandbox's error, and leaves the thread as it was.
 */
#include "filter.h"

static struct gate up, go;

static void *routine(void *arg)
{
    gate_open(&up);
    gate_wait(&go);
    pthread_testcancel();
    return arg;
}

int main(void)
{
    pthread_t thread = test_start(routine, &go);

    gate_wait(&up);
    refuse_system_calls(TEST_NR_rt_sigaction, TEST_NR_rt_sigaction, EPERM);
    CHECK_EQ(pthread_cancel(thread), EPERM);
    gate_open(&go);
    CHECK(test_finish(thread) == &go);
    return 0;
}
