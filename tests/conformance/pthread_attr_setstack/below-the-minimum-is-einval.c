/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if stacksize is less than PTHREAD_STACK_MIN; the attributes keep their values.
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
    CHECK_EQ(pthread_attr_setstack(&attr, memory + 4096, 0), EINVAL);
    CHECK_EQ(pthread_attr_setstack(&attr, memory + 4096, (size_t)PTHREAD_STACK_MIN - 1), EINVAL);
    CHECK_EQ(pthread_attr_getstack(&attr, &address, &size), 0);
    CHECK_EQ(address, memory);
    CHECK_EQ(size, 1 << 20);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
