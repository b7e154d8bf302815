/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if sig is an invalid or unsupported signal number; no signal is sent.
 */
#include "test.h"

static struct gate up, go;

static void *routine(void *arg)
{
    gate_open(&up);
    gate_wait(&go);
    return arg;
}

int main(void)
{
    pthread_t thread = test_start(routine, (void *)1);

    gate_wait(&up);
    CHECK_EQ(pthread_kill(thread, -1), EINVAL);
    CHECK_EQ(pthread_kill(thread, 65), EINVAL);
    CHECK_EQ(pthread_kill(thread, 1000), EINVAL);
    CHECK_EQ(pthread_kill(thread, INT32_MAX), EINVAL);
    CHECK_EQ(pthread_kill(pthread_self(), 65), EINVAL);
    gate_open(&go);
    CHECK_EQ(test_finish(thread), 1);
    return 0;
}
