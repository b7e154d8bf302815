/* SPDX-License-Identifier: MIT */
/*
 * A thread runs code compiled with the stack protector, and a smashed frame in a thread is caught.
 *
 * test-flags: -fstack-protector-all
 */
#include "test.h"

static __attribute__((noinline)) int fill(volatile char *where, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++)
        where[i] = 'x';
    return where[0];
}

static __attribute__((noinline)) int frame(size_t bytes)
{
    volatile char block[16];

    return fill(LAUNDER(&block[0]), bytes);
}

static void *routine(void *arg)
{
    for (int i = 0; i < 100; i++)
        CHECK_EQ(frame(16), 'x');
    if (arg != NULL) {
        frame((size_t)arg);
        test_say("survived");
    }
    return NULL;
}

int main(int argc, char **argv)
{
    struct test_result child;

    (void)argv;
    if (argc > 1) {
        test_finish(test_start(routine, (void *)64));
        return 3;
    }

    test_finish(test_start(routine, NULL));

    child = test_run("smash");
    CHECK_EQ(child.length, 0);
    CHECK(child.signal == SIGABRT || child.signal == SIGSEGV || child.signal == SIGILL ||
          child.signal == SIGTRAP);
    return 0;
}
