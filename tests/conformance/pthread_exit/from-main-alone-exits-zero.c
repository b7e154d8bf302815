/* SPDX-License-Identifier: MIT */
/*
 * The process exits with status 0 after the last thread has been terminated, also when that thread
 * is the initial one.
 */
#include "test.h"

static void at_exit(void)
{
    test_say("atexit.");
}

int main(int argc, char **argv)
{
    struct test_result child;

    (void)argv;
    if (argc > 1) {
        CHECK_EQ(atexit(at_exit), 0);
        pthread_exit((void *)9);
    }

    child = test_run("child");
    CHECK_EQ(child.exited, 0);
    CHECK(test_same(child.output, "atexit."));
    return 0;
}
