/* SPDX-License-Identifier: MIT */
/*
 * POSIX does not say what this gives where no stack was set. The example of pthread_getattr_np(3)
 * knows such attributes by a size of 0.
 */
#include "test.h"

int main(void)
{
    pthread_attr_t attr;
    void *address = &attr;
    size_t size = 1;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_getstack(&attr, &address, &size), 0);
    CHECK(address == NULL);
    CHECK_EQ(size, 0);
    CHECK_EQ(pthread_attr_getstacksize(&attr, &size), 0);
    CHECK(size > 0); /* there is one by default all the same */
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
