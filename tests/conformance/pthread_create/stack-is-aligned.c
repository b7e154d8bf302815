/* SPDX-License-Identifier: MIT */
/*
 * A thread's first frame is aligned as the processor's calling convention asks: 16 bytes.
 */
#include "test.h"

static void *routine(void *arg)
{
    _Alignas(16) volatile char block[32] = {0};
    uintptr_t here = LAUNDER((uintptr_t)block);

    (void)arg;
    CHECK_EQ(here % 16, 0);
    return NULL;
}

int main(void)
{
    char *stack = TEST_MAP(256 * 1024);
    pthread_attr_t attr;
    pthread_t thread;

    test_finish(test_start(routine, NULL));

    for (size_t odd = 0; odd < 64; odd += 16) {
        CHECK_EQ(pthread_attr_init(&attr), 0);
        CHECK_EQ(pthread_attr_setstack(&attr, stack, 256 * 1024 - odd), 0);
        CHECK_EQ(pthread_create(&thread, &attr, routine, NULL), 0);
        CHECK_EQ(pthread_join(thread, NULL), 0);
        CHECK_EQ(pthread_attr_destroy(&attr), 0);
    }
    return 0;
}
