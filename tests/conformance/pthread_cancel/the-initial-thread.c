/* SPDX-License-Identifier: MIT */
/*
 * The initial thread can be cancelled; the process goes on, and ends with its last thread.
 */
#include "test.h"

static pthread_t initial;

static void clean(void *arg)
{
    test_say(arg);
}

static void *routine(void *arg)
{
    CHECK_EQ(pthread_cancel(initial), 0);
    CHECK(test_finish(initial) == PTHREAD_CANCELED);
    test_say("joined");
    return arg;
}

int main(int argc, char **argv)
{
    struct test_result child;

    (void)argv;
    if (argc > 1) {
        initial = pthread_self();
        pthread_cleanup_push(clean, "cleaned ");
        test_start(routine, NULL);
        for (;;)
            pthread_testcancel();
        pthread_cleanup_pop(0);
    }
    child = test_run("child");
    CHECK_EQ(child.exited, 0);
    CHECK(test_same(child.output, "cleaned joined"));
    return 0;
}
