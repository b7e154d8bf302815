/* SPDX-License-Identifier: MIT */
/*
 * exit called by any thread ends the whole process with its status, after the atexit functions.
 */
#include "test.h"

static struct gate up, never;

static void at_exit(void)
{
    test_say("atexit.");
}

static void *sleeper(void *arg)
{
    gate_open(&up);
    gate_wait(&never);
    return arg;
}

static void *leaver(void *arg)
{
    (void)arg;
    exit(24);
}

int main(int argc, char **argv)
{
    struct test_result child;

    (void)argv;
    if (argc > 1) {
        CHECK_EQ(atexit(at_exit), 0);
        test_start(sleeper, NULL);
        gate_wait(&up);
        test_finish(test_start(leaver, NULL));
        return 3;
    }

    child = test_run("child");
    CHECK_EQ(child.exited, 24);
    CHECK(test_same(child.output, "atexit."));
    return 0;
}
