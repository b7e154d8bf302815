/* SPDX-License-Identifier: MIT */
/*
 * A thread that has already ended is joined, whatever the time.
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
    pthread_t thread = test_start(routine, (void *)15);
    struct timespec past = now_plus_ms(CLOCK_REALTIME, -5000);
    void *value = NULL;

    WAIT_UNTIL(LOAD(&tid) != 0);
    WAIT_UNTIL(TEST_SYS3(tgkill, test_getpid(), tid, 0) == -ESRCH);
    CHECK_EQ(pthread_timedjoin_np(thread, &value, &past), 0);
    CHECK_EQ(value, 15);
    return 0;
}
