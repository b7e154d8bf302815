/* SPDX-License-Identifier: MIT */
/*
 * pthread_attr_setstackaddr and pthread_attr_setstacksize together are pthread_attr_setstack, with
 * the address one past the stack; pthread_attr_getstackaddr returns it. The thread runs there.
 * test-flags: -Wno-deprecated-declarations
 */
#include "test.h"

enum { SIZE = 256 * 1024 };

static void *routine(void *arg)
{
    char local = 0;
    uintptr_t here = (uintptr_t)LAUNDER(&local), low = (uintptr_t)arg;

    CHECK(here > low && here < low + SIZE);
    return arg;
}

int main(void)
{
    char *stack = TEST_MAP(SIZE);
    void *address = NULL;
    size_t size = 0;
    pthread_attr_t attr;
    pthread_t thread;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setstackaddr(&attr, stack + SIZE), 0);
    CHECK_EQ(pthread_attr_setstacksize(&attr, SIZE), 0);
    CHECK_EQ(pthread_attr_getstackaddr(&attr, &address), 0);
    CHECK_EQ(address, stack + SIZE);
    CHECK_EQ(pthread_attr_getstack(&attr, &address, &size), 0);
    CHECK_EQ(address, stack);
    CHECK_EQ(size, SIZE);
    CHECK_EQ(pthread_create(&thread, &attr, routine, stack), 0);
    CHECK_EQ(test_finish(thread), stack);

    CHECK_EQ(pthread_attr_setstack(&attr, stack, SIZE / 2), 0);
    CHECK_EQ(pthread_attr_getstackaddr(&attr, &address), 0);
    CHECK_EQ(address, stack + SIZE / 2);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
