/* SPDX-License-Identifier: MIT */
/*
 * A thread of C11 is a POSIX thread: it starts with its creator's signal mask.
 */
#include "test.h"

#include <threads.h>

static int routine(void *arg)
{
    sigset_t mask;

    CHECK_EQ(pthread_sigmask(SIG_BLOCK, NULL, &mask), 0);
    CHECK_EQ(sigismember(&mask, SIGUSR1), arg != NULL);
    CHECK_EQ(sigismember(&mask, SIGUSR2), 0);
    CHECK_EQ(sigismember(&mask, SIGTERM), 0);
    return 0;
}

int main(void)
{
    thrd_t thread;
    sigset_t mask;

    CHECK_EQ(thrd_create(&thread, routine, NULL), thrd_success);
    CHECK_EQ(thrd_join(thread, NULL), thrd_success);
    CHECK_EQ(sigemptyset(&mask), 0);
    CHECK_EQ(sigaddset(&mask, SIGUSR1), 0);
    CHECK_EQ(pthread_sigmask(SIG_BLOCK, &mask, NULL), 0);
    CHECK_EQ(thrd_create(&thread, routine, &mask), thrd_success);
    CHECK_EQ(thrd_join(thread, NULL), thrd_success);
    return 0;
}
