/* SPDX-License-Identifier: MIT */
/*
 * A thread that has ended and was not joined has no CPU time clock any more: ESRCH, or a clock
 * that cannot be read; never another's.
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
    struct timespec now;
    clockid_t clock = 0;
    int error;

    WAIT_UNTIL(LOAD(&tid) != 0);
    WAIT_UNTIL(TEST_SYS3(tgkill, test_getpid(), tid, 0) == -ESRCH);
    error = pthread_getcpuclockid(thread, &clock);
    if (error == 0)
        CHECK(TEST_SYS2(clock_gettime, clock, &now) < 0);
    else
        CHECK_EQ(error, ESRCH);
    CHECK_EQ(test_finish(thread), 5);
    return 0;
}
