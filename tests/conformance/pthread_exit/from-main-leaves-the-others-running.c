/* SPDX-License-Identifier: MIT */
/*
 * pthread_exit in the initial thread ends that thread only; the process ends with status 0 when the
 * last thread does, as if exit(0) had been called: atexit functions run.
 */
#include "test.h"

static pid_t main_tid;

static void at_exit(void)
{
    test_say("atexit.");
}

static void *routine(void *arg)
{
    (void)arg;
    /* the initial thread stays as a zombie until its process ends */
    for (;;) {
        char path[80], text[512];
        const char *at;

        test_task_path(path, main_tid, "stat");
        if (test_read_file(path, text, sizeof text) <= 0)
            break;
        at = test_find(text, ") ");
        CHECK(at != NULL);
        if (at[2] == 'Z')
            break;
        test_nap();
    }
    test_say("others.");
    return (void *)5;
}

int main(int argc, char **argv)
{
    struct test_result child;

    (void)argv;
    if (argc > 1) {
        main_tid = test_gettid();
        CHECK_EQ(atexit(at_exit), 0);
        test_start(routine, NULL);
        pthread_exit((void *)9);
    }

    child = test_run("child");
    CHECK_EQ(child.exited, 0);
    CHECK(test_same(child.output, "others.atexit."));
    return 0;
}
