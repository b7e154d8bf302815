/* SPDX-License-Identifier: MIT */
/*
 * EINVAL for a number that is no signal, or one that programs may not send; 0 checks only.
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
    static const int bad[] = {-1, 65, 1000, INT32_MAX, 33};
    pthread_t thread = test_start(routine, (void *)1), both[2] = {thread, pthread_self()};
    union sigval value = {.sival_int = 1};

    gate_wait(&up);
    for (int i = 0; i < 2; i++) {
        for (size_t k = 0; k < sizeof bad / sizeof *bad; k++)
            CHECK_EQ(pthread_sigqueue(both[i], bad[k], value), EINVAL);
        CHECK_EQ(pthread_sigqueue(both[i], 0, value), 0);
    }
    gate_open(&go);
    CHECK_EQ(test_finish(thread), 1);
    return 0;
}
