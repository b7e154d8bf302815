/* SPDX-License-Identifier: MIT */
/*
 * thrd_join waits for the thread's end; the result may be NULL. What the thread wrote is seen.
 */
#include "test.h"

#include <threads.h>

static struct gate go;
static int written;

static int routine(void *arg)
{
    gate_wait(&go);
    for (int i = 0; i < 20; i++)
        TEST_SYS0(sched_yield);
    written = 1;
    return *(int *)arg;
}

static void *opener(void *arg)
{
    wait_until_blocked(*(pid_t *)arg);
    gate_open(&go);
    return NULL;
}

int main(void)
{
    int value = 3;
    pid_t tid = test_gettid();
    thrd_t thread;
    pthread_t helper;

    CHECK_EQ(thrd_create(&thread, routine, &value), thrd_success);
    helper = test_start(opener, &tid);
    CHECK_EQ(thrd_join(thread, NULL), thrd_success);
    CHECK_EQ(written, 1);
    test_finish(helper);
    return 0;
}
