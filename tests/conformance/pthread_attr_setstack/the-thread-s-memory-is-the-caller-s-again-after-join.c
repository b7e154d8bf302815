/* SPDX-License-Identifier: MIT */
/*
 * After the join, the application owns the stack's memory again: it can be given to one thread
 * after another, and be unmapped.
 */
#include "test.h"

enum { SIZE = 128 * 1024 };

static void *routine(void *arg)
{
    volatile char block[20000];

    block[0] = 1;
    block[sizeof block - 1] = (char)(uintptr_t)arg;
    CHECK_EQ(block[0], 1);
    return arg;
}

int main(void)
{
    for (int i = 0; i < 100; i++) {
        char *stack = TEST_MAP(SIZE);
        pthread_attr_t attr;
        pthread_t thread;

        CHECK_EQ(pthread_attr_init(&attr), 0);
        CHECK_EQ(pthread_attr_setstack(&attr, stack, SIZE), 0);
        for (intptr_t k = 0; k < 5; k++) {
            CHECK_EQ(pthread_create(&thread, &attr, routine, (void *)k), 0);
            CHECK_EQ(test_finish(thread), k);
            memset(stack, 0xa5, SIZE); /* whatever was there */
        }
        test_unmap(stack, SIZE);
    }
    return 0;
}
