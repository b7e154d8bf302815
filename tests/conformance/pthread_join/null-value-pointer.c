/* SPDX-License-Identifier: MIT */
/*
 * With a NULL value_ptr the value is not stored anywhere, and pthread_join waits all the same.
 */
#include "test.h"

static int ended;

static void *routine(void *arg)
{
    for (int i = 0; i < 20; i++)
        TEST_SYS0(sched_yield);
    STORE(&ended, 1);
    return arg;
}

int main(void)
{
    for (int i = 0; i < 50; i++) {
        pthread_t thread;

        STORE(&ended, 0);
        thread = test_start(routine, (void *)1);
        CHECK_EQ(pthread_join(thread, NULL), 0);
        CHECK_EQ(LOAD(&ended), 1);
    }
    return 0;
}
