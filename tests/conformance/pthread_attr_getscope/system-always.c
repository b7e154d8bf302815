/* SPDX-License-Identifier: MIT */
/*
 * The contention scope of every object is PTHREAD_SCOPE_SYSTEM, of running threads too.
 */
#include "test.h"

int main(void)
{
    pthread_attr_t attr;
    int scope = -1;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_getscope(&attr, &scope), 0);
    CHECK_EQ(scope, PTHREAD_SCOPE_SYSTEM);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    scope = -1;
    CHECK_EQ(pthread_getattr_np(pthread_self(), &attr), 0);
    CHECK_EQ(pthread_attr_getscope(&attr, &scope), 0);
    CHECK_EQ(scope, PTHREAD_SCOPE_SYSTEM);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
