/* SPDX-License-Identifier: MIT */
/*
 * The signal mask of the new thread shall be inherited from the creating thread.
 */
#include "test.h"

static void *routine(void *arg)
{
    sigset_t *mask = arg;

    CHECK_EQ(pthread_sigmask(SIG_BLOCK, NULL, mask), 0);
    return NULL;
}

static void compare(const sigset_t *want)
{
    sigset_t got;

    sigfillset(&got);
    test_finish(test_start(routine, &got));
    for (int sig = 1; sig < 32; sig++)
        CHECK_EQ(sigismember(&got, sig), sigismember(want, sig));

    /* and the creator's mask is as it was */
    CHECK_EQ(pthread_sigmask(SIG_BLOCK, NULL, &got), 0);
    for (int sig = 1; sig < 32; sig++)
        CHECK_EQ(sigismember(&got, sig), sigismember(want, sig));
}

int main(void)
{
    sigset_t mask;

    sigemptyset(&mask);
    CHECK_EQ(pthread_sigmask(SIG_SETMASK, &mask, NULL), 0);
    compare(&mask);

    sigaddset(&mask, SIGUSR1);
    sigaddset(&mask, SIGTERM);
    CHECK_EQ(pthread_sigmask(SIG_SETMASK, &mask, NULL), 0);
    compare(&mask);

    sigfillset(&mask);
    sigdelset(&mask, SIGKILL);
    sigdelset(&mask, SIGSTOP);
    CHECK_EQ(pthread_sigmask(SIG_SETMASK, &mask, NULL), 0);
    compare(&mask);
    return 0;
}
