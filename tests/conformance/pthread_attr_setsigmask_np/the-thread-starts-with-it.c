/* SPDX-License-Identifier: MIT */
/*
 * A thread starts with the signal mask in its attributes, whatever its creator's; without one (NULL
 * takes it out again) with its creator's.
 */
#include "test.h"

static void *routine(void *arg)
{
    sigset_t now;

    CHECK_EQ(pthread_sigmask(SIG_BLOCK, NULL, &now), 0);
    CHECK_EQ(sigismember(&now, SIGUSR1), *(int *)arg == 1);
    CHECK_EQ(sigismember(&now, SIGUSR2), *(int *)arg == 2);
    CHECK_EQ(sigismember(&now, SIGTERM), 0);
    return arg;
}

int main(void)
{
    int one = 1, two = 2;
    sigset_t mask, now;
    pthread_attr_t attr;
    pthread_t thread;

    CHECK_EQ(sigemptyset(&mask), 0);
    CHECK_EQ(sigaddset(&mask, SIGUSR2), 0);
    CHECK_EQ(pthread_sigmask(SIG_SETMASK, &mask, NULL), 0);
    CHECK_EQ(sigemptyset(&mask), 0);
    CHECK_EQ(sigaddset(&mask, SIGUSR1), 0);
    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setsigmask_np(&attr, &mask), 0);
    CHECK_EQ(sigaddset(&mask, SIGTERM), 0); /* the object has its own copy */
    CHECK_EQ(pthread_create(&thread, &attr, routine, &one), 0);
    test_finish(thread);
    CHECK_EQ(pthread_sigmask(SIG_BLOCK, NULL, &now), 0);
    CHECK_EQ(sigismember(&now, SIGUSR1), 0); /* the creator's is as it was */
    CHECK_EQ(sigismember(&now, SIGUSR2), 1);
    CHECK_EQ(pthread_attr_setsigmask_np(&attr, NULL), 0);
    CHECK_EQ(pthread_create(&thread, &attr, routine, &two), 0);
    test_finish(thread);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
