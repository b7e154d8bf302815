/* SPDX-License-Identifier: MIT */
/*
 * pthread_attr_setstack shall set address and size, and pthread_attr_getstack return them;
 * stacksize alone reads the same.
 */
#include "test.h"

int main(void)
{
    char *memory = TEST_MAP(1 << 20);
    const size_t sizes[] = {(size_t)PTHREAD_STACK_MIN, 128 << 10, 1 << 20};
    pthread_attr_t attr;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        void *address = NULL;
        size_t size = 0;

        CHECK_EQ(pthread_attr_setstack(&attr, memory, sizes[i]), 0);
        CHECK_EQ(pthread_attr_getstack(&attr, &address, &size), 0);
        CHECK_EQ(address, memory);
        CHECK_EQ(size, sizes[i]);
        size = 0;
        CHECK_EQ(pthread_attr_getstacksize(&attr, &size), 0);
        CHECK_EQ(size, sizes[i]);
    }
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
