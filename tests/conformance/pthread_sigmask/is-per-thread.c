/* SPDX-License-Identifier: MIT */
/*
 * Each thread has its own signal mask.
 */
#include "test.h"

static struct gate up, go;

static void *routine(void *arg)
{
    sigset_t set, now;

    sigemptyset(&set);
    sigaddset(&set, SIGUSR2);
    CHECK_EQ(pthread_sigmask(SIG_BLOCK, &set, NULL), 0);
    gate_open(&up);
    gate_wait(&go);
    CHECK_EQ(pthread_sigmask(SIG_BLOCK, NULL, &now), 0);
    CHECK_EQ(sigismember(&now, SIGUSR2), 1);
    CHECK_EQ(sigismember(&now, SIGUSR1), 0);
    return arg;
}

int main(void)
{
    pthread_t thread = test_start(routine, NULL);
    sigset_t set, now;

    gate_wait(&up);
    CHECK_EQ(pthread_sigmask(SIG_BLOCK, NULL, &now), 0);
    CHECK_EQ(sigismember(&now, SIGUSR2), 0);
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    CHECK_EQ(pthread_sigmask(SIG_BLOCK, &set, NULL), 0);
    gate_open(&go);
    test_finish(thread);
    return 0;
}
