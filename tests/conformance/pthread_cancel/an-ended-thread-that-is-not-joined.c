/* SPDX-License-Identifier: MIT */
/*
 * The ID of a thread that has ended but was not joined is still valid: a request has no effect and
 * is no error (POSIX.1-2024), and the thread's value is not changed by it.
 */
#include "test.h"

static pid_t tid;

static void *routine(void *arg)
{
    STORE(&tid, test_gettid());
    return arg;
}

int main(void)
{
    pthread_t thread = test_start(routine, (void *)5);

    WAIT_UNTIL(LOAD(&tid) != 0);
    WAIT_UNTIL(TEST_SYS3(tgkill, test_getpid(), tid, 0) == -ESRCH);
    CHECK_EQ(pthread_cancel(thread), 0);
    CHECK_EQ(test_finish(thread), 5);
    return 0;
}
