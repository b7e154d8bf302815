/* SPDX-License-Identifier: MIT */
/*
 * pthread_detach of a thread that has terminated gives its storage back: a thousand of them do not
 * make the process grow.
 */
#include "test.h"

static void *routine(void *arg)
{
    STORE((pid_t *)arg, test_gettid());
    return NULL;
}

int main(void)
{
    long before = 0;
    pthread_attr_t attr;
    size_t stack;

    for (int i = 0; i < 1000; i++) {
        pid_t tid = 0;
        pthread_t thread = test_start(routine, &tid);

        WAIT_UNTIL(LOAD(&tid) != 0);
        WAIT_UNTIL(TEST_SYS3(tgkill, test_getpid(), tid, 0) == -ESRCH);
        CHECK_EQ(pthread_detach(thread), 0);
        if (i == 199)
            before = test_status("VmSize:");
    }
    /* Some may be kept for reuse, 800 stacks are leaked. */
    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_getstacksize(&attr, &stack), 0);
    CHECK(test_status("VmSize:") < before + (long)(stack / 1024 * 300));
    return 0;
}
