/* SPDX-License-Identifier: MIT */
/*
 * SIG_BLOCK adds to the mask, SIG_UNBLOCK takes away from it, SIG_SETMASK replaces it; the previous
 * mask is returned.
 */
#include "test.h"

static int blocked(int sig)
{
    sigset_t now;

    CHECK_EQ(pthread_sigmask(SIG_BLOCK, NULL, &now), 0);
    return sigismember(&now, sig);
}

int main(void)
{
    sigset_t set, old;

    sigemptyset(&set);
    CHECK_EQ(pthread_sigmask(SIG_SETMASK, &set, NULL), 0);

    sigaddset(&set, SIGUSR1);
    CHECK_EQ(pthread_sigmask(SIG_BLOCK, &set, &old), 0);
    CHECK_EQ(sigismember(&old, SIGUSR1), 0);
    CHECK_EQ(blocked(SIGUSR1), 1);

    sigemptyset(&set);
    sigaddset(&set, SIGUSR2);
    CHECK_EQ(pthread_sigmask(SIG_BLOCK, &set, &old), 0);
    CHECK_EQ(sigismember(&old, SIGUSR1), 1);
    CHECK_EQ(sigismember(&old, SIGUSR2), 0);
    CHECK_EQ(blocked(SIGUSR1), 1);
    CHECK_EQ(blocked(SIGUSR2), 1);

    CHECK_EQ(pthread_sigmask(SIG_UNBLOCK, &set, &old), 0);
    CHECK_EQ(sigismember(&old, SIGUSR2), 1);
    CHECK_EQ(blocked(SIGUSR1), 1);
    CHECK_EQ(blocked(SIGUSR2), 0);

    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    CHECK_EQ(pthread_sigmask(SIG_SETMASK, &set, &old), 0);
    CHECK_EQ(blocked(SIGUSR1), 0);
    CHECK_EQ(blocked(SIGTERM), 1);

    CHECK_EQ(pthread_sigmask(SIG_SETMASK, NULL, &old), 0); /* a NULL set changes nothing */
    CHECK_EQ(sigismember(&old, SIGTERM), 1);
    CHECK_EQ(blocked(SIGTERM), 1);
    return 0;
}
