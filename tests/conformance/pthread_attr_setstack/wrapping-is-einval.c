/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if address and size do not fit into the address space; the attributes keep their values.
 */
#include "test.h"

int main(void)
{
    char *memory = TEST_MAP(1 << 20);
    pthread_attr_t attr;
    void *address = NULL;
    size_t size = 0;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setstack(&attr, memory, 1 << 20), 0);
    CHECK_EQ(pthread_attr_setstack(&attr, (void *)LAUNDER(UINTPTR_MAX - 65535), 1 << 20), EINVAL);
    CHECK_EQ(pthread_attr_setstack(&attr, memory, SIZE_MAX), EINVAL);
    CHECK_EQ(pthread_attr_setstack(&attr, memory, SIZE_MAX - 15), EINVAL);
    CHECK_EQ(pthread_attr_getstack(&attr, &address, &size), 0);
    CHECK_EQ(address, memory);
    CHECK_EQ(size, 1 << 20);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
