/* SPDX-License-Identifier: MIT */
/*
 * With the stack attribute set, that memory shall be used for the created thread's stack.
 */
#include "test.h"

enum { SIZE = 256 * 1024 };

static void *routine(void *arg)
{
    char local = 1;
    uintptr_t here = (uintptr_t)LAUNDER(&local);

    CHECK(here >= (uintptr_t)arg);
    CHECK(here < (uintptr_t)arg + SIZE);
    return NULL;
}

static void *quiet(void *arg)
{
    return arg;
}

int main(void)
{
    void *stack = TEST_MAP(SIZE);
    pthread_attr_t attr;
    pthread_t thread;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setstack(&attr, stack, SIZE), 0);
    for (int i = 0; i < 20; i++) { /* the caller may use it again after each join */
        CHECK_EQ(pthread_create(&thread, &attr, routine, stack), 0);
        CHECK_EQ(pthread_join(thread, NULL), 0);
    }
    test_unmap(stack, SIZE); /* and unmap it: nothing of the thread is left in it */
    CHECK_EQ(pthread_attr_destroy(&attr), 0);

    /* Later threads know nothing of it. */
    for (int i = 0; i < 20; i++)
        test_finish(test_start(quiet, NULL));
    return 0;
}
