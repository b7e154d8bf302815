/* SPDX-License-Identifier: MIT */
/*
 * Bounds of the initial thread's stack where they can hardly be found out: there is no limit, and
 * no file can be opened. Either an error, or bounds that are those of a stack.
 */
#include "test.h"

enum { TEST_RLIMIT_NOFILE = 7 };

int main(int argc, char **argv)
{
    pthread_attr_t attr;
    char here;
    void *low = NULL;
    size_t size = 0;

    (void)argv;
    if (argc == 1) {
        if (test_rlimit_get(TEST_RLIMIT_STACK).hard != ~0ULL)
            TEST_SKIP("RLIMIT_STACK cannot be unlimited");
        test_rlimit_set(TEST_RLIMIT_STACK, ~0ULL);
        CHECK_EQ(test_run("unlimited").exited, 0);
        return 0;
    }
    test_rlimit_set(TEST_RLIMIT_NOFILE, 0);
    if (pthread_getattr_np(pthread_self(), &attr) != 0)
        return 0;
    CHECK_EQ(pthread_attr_getstack(&attr, &low, &size), 0);
    CHECK((char *)LAUNDER(&here) > (char *)low && (char *)LAUNDER(&here) < (char *)low + size);
    CHECK((uintptr_t)low >= TEST_PAGE);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
