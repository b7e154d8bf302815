/* SPDX-License-Identifier: MIT */
/*
 * When main called pthread_exit and the last thread ends, the program ends as with exit(0): what is
 * in stdio's buffers is written.
 */
#include "test.h"

#include <stdio.h>

static void *routine(void *arg)
{
    for (int i = 0; i < 30; i++)
        TEST_SYS0(sched_yield);
    printf("from a thread.");
    return arg;
}

int main(int argc, char **argv)
{
    struct test_result child;

    (void)argv;
    if (argc > 1) {
        printf("from main.");
        test_start(routine, NULL);
        pthread_exit(NULL);
    }

    child = test_run("child");
    CHECK_EQ(child.exited, 0);
    CHECK(test_same(child.output, "from main.from a thread."));
    return 0;
}
