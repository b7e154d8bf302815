/* SPDX-License-Identifier: MIT */
/*
 * For the initial thread, the stack's bounds contain its local variables, and the size follows
 * RLIMIT_STACK.
 */
#include "test.h"

int main(int argc, char **argv)
{
    struct test_result child;
    struct test_rlimit limit = test_rlimit_get(TEST_RLIMIT_STACK);
    pthread_attr_t attr;
    char local = 0;
    uintptr_t low, here = (uintptr_t)LAUNDER(&local);
    void *address = NULL;
    size_t size = 0;

    CHECK_EQ(pthread_getattr_np(pthread_self(), &attr), 0);
    CHECK_EQ(pthread_attr_getstack(&attr, &address, &size), 0);
    low = (uintptr_t)address;
    CHECK(here > low);
    CHECK(here < low + size);
    CHECK((uintptr_t)argv > low && (uintptr_t)argv < low + size);
    if (limit.soft != ~0ULL)
        CHECK(size <= limit.soft);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);

    if (argc > 1) {
        CHECK(size > (3UL << 20) / 2);
        return 0;
    }

    if (limit.hard < (24UL << 20))
        TEST_SKIP("RLIMIT_STACK cannot be raised to 24 MiB");
    test_rlimit_set(TEST_RLIMIT_STACK, 24UL << 20);
    child = test_run("24 MiB");
    CHECK_EQ(child.exited, 0);
    test_rlimit_set(TEST_RLIMIT_STACK, 3UL << 20);
    child = test_run("3 MiB");
    CHECK_EQ(child.exited, 0);
    if (limit.hard == ~0ULL) {
        test_rlimit_set(TEST_RLIMIT_STACK, ~0ULL);
        child = test_run("unlimited");
        CHECK_EQ(child.exited, 0);
    }
    return 0;
}
