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

    for (int i = 0; i < 1000; i++) {
        pid_t tid = 0;
        pthread_t thread = test_start(routine, &tid);

        WAIT_UNTIL(LOAD(&tid) != 0);
        WAIT_UNTIL(TEST_SYS3(tgkill, test_getpid(), tid, 0) == -ESRCH);
        CHECK_EQ(pthread_detach(thread), 0);
        if (i == 199)
            before = test_status("VmSize:");
    }
    /* 800 leaked stacks of 128 KiB would be 102 MB. */
    CHECK(test_status("VmSize:") < before + 64 * 1024);
    return 0;
}
