/* SPDX-License-Identifier: MIT */
/*
 * If a call unblocks pending signals, at least one of them is delivered before it returns; and
 * those that stay blocked stay pending.
 */
#include "test.h"

static int handled[65];

static void handler(int sig)
{
    handled[sig]++;
}

static void *routine(void *arg)
{
    sigset_t both, one, none;

    CHECK_EQ(sigemptyset(&none), 0);
    CHECK_EQ(sigemptyset(&one), 0);
    CHECK_EQ(sigaddset(&one, SIGUSR1), 0);
    both = one;
    CHECK_EQ(sigaddset(&both, SIGUSR2), 0);
    memset(handled, 0, sizeof handled);
    CHECK_EQ(pthread_sigmask(SIG_BLOCK, &both, NULL), 0);
    CHECK_EQ(pthread_kill(pthread_self(), SIGUSR1), 0);
    CHECK_EQ(pthread_kill(pthread_self(), SIGUSR2), 0);
    CHECK_EQ(LOAD(&handled[SIGUSR1]), 0);
    CHECK_EQ(pthread_sigmask(SIG_UNBLOCK, &one, NULL), 0);
    CHECK_EQ(LOAD(&handled[SIGUSR1]), 1);
    CHECK_EQ(LOAD(&handled[SIGUSR2]), 0);
    CHECK_EQ(pthread_sigmask(SIG_SETMASK, &none, NULL), 0);
    CHECK_EQ(LOAD(&handled[SIGUSR1]), 1);
    CHECK_EQ(LOAD(&handled[SIGUSR2]), 1);
    return arg;
}

int main(void)
{
    struct sigaction action = {.sa_handler = handler};

    CHECK_EQ(sigaction(SIGUSR1, &action, NULL), 0);
    CHECK_EQ(sigaction(SIGUSR2, &action, NULL), 0);
    routine(NULL);
    test_finish(test_start(routine, NULL));
    return 0;
}
