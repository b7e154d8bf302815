/* SPDX-License-Identifier: MIT */
/*
 * The default size is RLIMIT_STACK's of the program, as both big libcs' users expect of Linux; a
 * sensible one if there is no limit.
 */
#include "test.h"

int main(int argc, char **argv)
{
    struct test_rlimit limit = test_rlimit_get(TEST_RLIMIT_STACK);
    pthread_attr_t attr;
    size_t size = 0;

    (void)argv;
    if (argc > 1) {
        CHECK_EQ(pthread_attr_init(&attr), 0);
        CHECK_EQ(pthread_attr_getstacksize(&attr, &size), 0);
        if (limit.soft == ~0ULL)
            CHECK(size >= 1 << 20 && size <= 64 << 20);
        else
            CHECK_EQ(size, limit.soft);
        return 0;
    }
    if (limit.hard < (24UL << 20))
        TEST_SKIP("RLIMIT_STACK cannot be raised to 24 MiB");
    test_rlimit_set(TEST_RLIMIT_STACK, 24UL << 20);
    CHECK_EQ(test_run("24 MiB").exited, 0);
    test_rlimit_set(TEST_RLIMIT_STACK, 2UL << 20);
    CHECK_EQ(test_run("2 MiB").exited, 0);
    if (limit.hard == ~0ULL) {
        test_rlimit_set(TEST_RLIMIT_STACK, ~0ULL);
        CHECK_EQ(test_run("unlimited").exited, 0);
    }
    return 0;
}
