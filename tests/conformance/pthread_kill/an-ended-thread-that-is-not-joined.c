/* SPDX-License-Identifier: MIT */
/*
 * The ID of a thread that has ended but was not joined is still valid: POSIX.1-2024 has
 * pthread_kill succeed and send nothing. 0 is asked for here; older systems return ESRCH.
 */
#include "test.h"

static pid_t tid;

static void handler(int sig)
{
    (void)sig;
    CHECK(!"delivered to somebody else");
}

static void *routine(void *arg)
{
    STORE(&tid, test_gettid());
    return arg;
}

int main(void)
{
    struct sigaction action = {.sa_handler = handler};

    CHECK_EQ(sigaction(SIGUSR1, &action, NULL), 0);
    for (int i = 0; i < 20; i++) {
        pthread_t thread;

        STORE(&tid, 0);
        thread = test_start(routine, (void *)2);
        WAIT_UNTIL(LOAD(&tid) != 0);
        WAIT_UNTIL(TEST_SYS3(tgkill, test_getpid(), tid, 0) == -ESRCH);
        CHECK_EQ(pthread_kill(thread, 0), 0);
        CHECK_EQ(pthread_kill(thread, SIGUSR1), 0);
        CHECK_EQ(test_finish(thread), 2);
    }
    return 0;
}
