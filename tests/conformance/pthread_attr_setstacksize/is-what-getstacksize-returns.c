/* SPDX-License-Identifier: MIT */
/*
 * pthread_attr_setstacksize shall set the attribute, and pthread_attr_getstacksize return it, as
 * set.
 */
#include "test.h"

int main(void)
{
    const size_t sizes[] = {(size_t)PTHREAD_STACK_MIN, 128 << 10, 200001, 1 << 20, 1UL << 30};
    pthread_attr_t attr;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        size_t size = 0;

        CHECK_EQ(pthread_attr_setstacksize(&attr, sizes[i]), 0);
        CHECK_EQ(pthread_attr_getstacksize(&attr, &size), 0);
        CHECK_EQ(size, sizes[i]);
    }
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
