/* SPDX-License-Identifier: MIT */
/*
 * A signal that a thread sends to itself and does not block is delivered before pthread_kill
 * returns.
 */
#include "test.h"

static int handled;

static void handler(int sig)
{
    (void)sig;
    handled++;
}

static void *routine(void *arg)
{
    for (int i = 1; i <= 20; i++) {
        handled = 0;
        CHECK_EQ(pthread_kill(pthread_self(), SIGUSR2), 0);
        CHECK_EQ(LAUNDER(&handled)[0], 1);
    }
    return arg;
}

int main(void)
{
    struct sigaction action = {.sa_handler = handler};

    CHECK_EQ(sigaction(SIGUSR2, &action, NULL), 0);
    routine(NULL);
    test_finish(test_start(routine, NULL));
    return 0;
}
