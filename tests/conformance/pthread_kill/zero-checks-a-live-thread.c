/* SPDX-License-Identifier: MIT */
/*
 * With sig 0 error checking is performed and no signal is sent.
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

    CHECK_EQ(pthread_kill(thread, 0), 0);
    gate_wait(&up);
    CHECK_EQ(pthread_kill(thread, 0), 0);
    CHECK_EQ(pthread_kill(pthread_self(), 0), 0);
    gate_open(&go);
    CHECK_EQ(test_finish(thread), 1);
    return 0;
}
