/* SPDX-License-Identifier: MIT */
/*
 * A signal that a thread queues to itself and does not block is delivered before pthread_sigqueue
 * returns; a pointer comes through whole.
 */
#include "test.h"

static void *got;

static void handler(int sig, siginfo_t *info, void *context)
{
    (void)sig;
    (void)context;
    got = info->si_value.sival_ptr;
}

static void *routine(void *arg)
{
    for (int i = 0; i < 5; i++) {
        got = NULL;
        CHECK_EQ(pthread_sigqueue(pthread_self(), SIGUSR1, (union sigval){.sival_ptr = &got}), 0);
        CHECK_EQ(*LAUNDER(&got), &got);
    }
    return arg;
}

int main(void)
{
    struct sigaction action = {.sa_flags = SA_SIGINFO};

    action.sa_sigaction = handler;
    CHECK_EQ(sigaction(SIGUSR1, &action, NULL), 0);
    routine(NULL);
    test_finish(test_start(routine, NULL));
    return 0;
}
