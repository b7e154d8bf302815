/* SPDX-License-Identifier: MIT */
/*
 * pthread_attr_getguardsize shall return the guardsize as it was set, whatever rounding happens
 * when a thread is created.
 */
#include "test.h"

int main(void)
{
    static const size_t sizes[] = {0, 1, 4095, 4096, 4097, 100000, 1 << 20};
    pthread_attr_t attr;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        size_t size = 77;

        CHECK_EQ(pthread_attr_setguardsize(&attr, sizes[i]), 0);
        CHECK_EQ(pthread_attr_getguardsize(&attr, &size), 0);
        CHECK_EQ(size, sizes[i]);
    }
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
