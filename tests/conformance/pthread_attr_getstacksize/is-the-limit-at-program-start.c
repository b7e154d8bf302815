/* SPDX-License-Identifier: MIT */
/*
 * The default size is RLIMIT_STACK's when the program was started (pthread_create(3)), whatever it
 * is changed to later, and also when it is large.
 */
#include "test.h"

static const uint64_t large = sizeof(long) == 8 ? 5ULL << 30 : 1ULL << 30;

int main(int argc, char **argv)
{
    struct test_rlimit limit = test_rlimit_get(TEST_RLIMIT_STACK);
    pthread_attr_t attr;
    size_t size = 0;

    (void)argv;
    if (argc > 1) {
        test_rlimit_set(TEST_RLIMIT_STACK, 3UL << 20);
        CHECK_EQ(pthread_attr_init(&attr), 0);
        CHECK_EQ(pthread_attr_getstacksize(&attr, &size), 0);
        CHECK_EQ(size, limit.soft);
        return 0;
    }
    if (limit.hard < large)
        TEST_SKIP("RLIMIT_STACK cannot be raised far enough");
    test_rlimit_set(TEST_RLIMIT_STACK, 24UL << 20);
    CHECK_EQ(test_run("24 MiB").exited, 0);
#ifndef TEST_EMULATOR /* which maps the whole of it */
    test_rlimit_set(TEST_RLIMIT_STACK, large);
    CHECK_EQ(test_run("large").exited, 0);
#endif
    return 0;
}
