/* SPDX-License-Identifier: MIT */
/*
 * When main calls thrd_exit the other threads go on; the program ends with the last one, as with
 * exit(EXIT_SUCCESS).
 */
#include "test.h"

#include <threads.h>

static int other(void *arg)
{
    for (int i = 0; i < 20; i++)
        test_nap();
    test_say("other");
    return *(int *)arg;
}

int main(int argc, char **argv)
{
    struct test_result result;

    (void)argv;
    if (argc > 1) {
        static int value = 9;
        thrd_t thread;

        CHECK_EQ(thrd_create(&thread, other, &value), thrd_success);
        CHECK_EQ(thrd_detach(thread), thrd_success);
        thrd_exit(3);
    }
    result = test_run("leave");
    CHECK_EQ(result.exited, 0);
    CHECK(test_same(result.output, "other"));
    return 0;
}
