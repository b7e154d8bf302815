/* SPDX-License-Identifier: MIT */
/*
 * A thread that ended before pthread_join is joined at once, and its value was kept for that.
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
    for (int i = 0; i < 20; i++) {
        pthread_t thread;

        STORE(&tid, 0);
        thread = test_start(routine, (void *)(intptr_t)(i + 1));
        WAIT_UNTIL(LOAD(&tid) != 0);
        WAIT_UNTIL(TEST_SYS3(tgkill, test_getpid(), tid, 0) == -ESRCH);
        CHECK_EQ(test_finish(thread), i + 1);
    }
    return 0;
}
