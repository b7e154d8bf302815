/* SPDX-License-Identifier: MIT */
/*
 * When pthread_join returns, the thread has left its stack for good: the caller may unmap it at
 * once.
 */
#include "test.h"

enum { SIZE = 128 * 1024 };

static void *routine(void *arg)
{
    return arg;
}

int main(void)
{
    pthread_attr_t attr;
    pthread_t thread;

    for (int i = 0; i < 300; i++) {
        void *stack = TEST_MAP(SIZE);

        CHECK_EQ(pthread_attr_init(&attr), 0);
        CHECK_EQ(pthread_attr_setstack(&attr, stack, SIZE), 0);
        CHECK_EQ(pthread_create(&thread, &attr, routine, NULL), 0);
        CHECK_EQ(pthread_join(thread, NULL), 0);
        test_unmap(stack, SIZE);
        CHECK_EQ(pthread_attr_destroy(&attr), 0);
    }
    return 0;
}
