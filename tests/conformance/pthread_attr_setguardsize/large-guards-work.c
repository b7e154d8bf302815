/* SPDX-License-Identifier: MIT */
/*
 * A guard area as large as the stack, or larger, is created beside the stack that was asked for.
 */
#include "test.h"

static volatile char sink;

static __attribute__((noinline)) void use(size_t bytes)
{
    volatile char block[4096];

    block[0] = (char)bytes;
    if (bytes > sizeof block)
        use(bytes - sizeof block);
    sink = block[0];
}

static void *routine(void *arg)
{
    use(100 * 1024);
    return arg;
}

int main(void)
{
    pthread_attr_t attr;
    pthread_t thread;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setstacksize(&attr, 160 * 1024), 0);
    CHECK_EQ(pthread_attr_setguardsize(&attr, 1 << 20), 0);
    CHECK_EQ(pthread_create(&thread, &attr, routine, (void *)2), 0);
    CHECK_EQ(test_finish(thread), 2);
    return 0;
}
