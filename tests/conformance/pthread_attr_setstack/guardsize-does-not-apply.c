/* SPDX-License-Identifier: MIT */
/*
 * With an application-supplied stack the guardsize attribute is ignored: no part of that memory is
 * made inaccessible.
 */
#include "test.h"

enum { SIZE = 256 * 1024 };

static void *routine(void *arg)
{
    return arg;
}

int main(void)
{
    volatile char *memory = TEST_MAP(SIZE);
    pthread_attr_t attr;
    pthread_t thread;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setguardsize(&attr, 65536), 0);
    CHECK_EQ(pthread_attr_setstack(&attr, (void *)memory, SIZE), 0);
    CHECK_EQ(pthread_create(&thread, &attr, routine, NULL), 0);
    for (size_t i = 0; i < 65536; i += 4096)
        memory[i] = 1;
    CHECK_EQ(pthread_join(thread, NULL), 0);
    for (size_t i = 0; i < SIZE; i += 4096)
        memory[i] = 1;
    return 0;
}
