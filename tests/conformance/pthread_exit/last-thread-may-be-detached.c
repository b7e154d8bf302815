/* SPDX-License-Identifier: MIT */
/*
 * The process exits with status 0 when its last thread ends, and a detached thread counts.
 */
#include "test.h"

static struct gate up;

static void at_exit(void)
{
    test_say("atexit.");
}

static void *routine(void *arg)
{
    gate_open(&up);
    for (int i = 0; i < 100; i++)
        TEST_SYS0(sched_yield);
    return arg;
}

int main(int argc, char **argv)
{
    struct test_result child;

    (void)argv;
    if (argc > 1) {
        CHECK_EQ(atexit(at_exit), 0);
        for (int i = 0; i < 4; i++)
            CHECK_EQ(pthread_detach(test_start(routine, (void *)3)), 0);
        gate_wait_for(&up, 4);
        pthread_exit((void *)9);
    }

    for (int i = 0; i < 10; i++) {
        child = test_run("child");
        CHECK_EQ(child.exited, 0);
        CHECK(test_same(child.output, "atexit."));
    }
    return 0;
}
