/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if stacksize is less than PTHREAD_STACK_MIN; the attribute keeps its value.
 */
#include "test.h"

int main(void)
{
    pthread_attr_t attr;
    size_t size = 0;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setstacksize(&attr, 1 << 20), 0);
    CHECK_EQ(pthread_attr_setstacksize(&attr, 0), EINVAL);
    CHECK_EQ(pthread_attr_setstacksize(&attr, 1), EINVAL);
    CHECK_EQ(pthread_attr_setstacksize(&attr, (size_t)PTHREAD_STACK_MIN - 1), EINVAL);
    CHECK_EQ(pthread_attr_getstacksize(&attr, &size), 0);
    CHECK_EQ(size, 1 << 20);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
