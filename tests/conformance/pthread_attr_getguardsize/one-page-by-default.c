/* SPDX-License-Identifier: MIT */
/*
 * The default guardsize is {PAGESIZE} bytes, or more; with a stack of the caller's it can still be
 * read.
 */
#include "test.h"

int main(void)
{
    char *memory = TEST_MAP(1 << 20);
    pthread_attr_t attr;
    size_t size = 0;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_getguardsize(&attr, &size), 0);
    CHECK(size >= TEST_PAGE && size <= 65536 && size % TEST_PAGE == 0);
    CHECK_EQ(pthread_attr_setguardsize(&attr, 12345), 0);
    CHECK_EQ(pthread_attr_setstack(&attr, memory, 1 << 20), 0);
    CHECK_EQ(pthread_attr_getguardsize(&attr, &size), 0);
    CHECK_EQ(size, 12345);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
