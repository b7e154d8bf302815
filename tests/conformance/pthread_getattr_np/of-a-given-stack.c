/* SPDX-License-Identifier: MIT */
/*
 * For a thread on an application-supplied stack the bounds are that memory, and there is no guard
 * in it.
 */
#include "test.h"

enum { SIZE = 256 * 1024 };

static void *routine(void *arg)
{
    size_t size = 0, guard = 77;
    pthread_attr_t attr;
    void *address = NULL;

    CHECK_EQ(pthread_getattr_np(pthread_self(), &attr), 0);
    CHECK_EQ(pthread_attr_getstack(&attr, &address, &size), 0);
    CHECK(address == arg);
    CHECK(size <= SIZE && size >= SIZE - 32 * 1024); /* an implementation may use its top */
    CHECK_EQ(pthread_attr_getguardsize(&attr, &guard), 0);
    CHECK_EQ(guard, 0);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return NULL;
}

int main(void)
{
    void *stack = TEST_MAP(SIZE);
    pthread_attr_t attr;
    pthread_t thread;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setstack(&attr, stack, SIZE), 0);
    CHECK_EQ(pthread_create(&thread, &attr, routine, stack), 0);
    test_finish(thread);
    return 0;
}
