/* SPDX-License-Identifier: MIT */
/*
 * PTHREAD_SCOPE_SYSTEM can be set; ENOTSUP for PTHREAD_SCOPE_PROCESS, which Linux threads cannot
 * have; EINVAL for any other value.
 */
#include "test.h"

int main(void)
{
    pthread_attr_t attr;
    int scope = -1;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setscope(&attr, PTHREAD_SCOPE_SYSTEM), 0);
    CHECK_EQ(pthread_attr_setscope(&attr, PTHREAD_SCOPE_PROCESS), ENOTSUP);
    CHECK_EQ(pthread_attr_setscope(&attr, -1), EINVAL);
    CHECK_EQ(pthread_attr_setscope(&attr, 99), EINVAL);
    CHECK_EQ(pthread_attr_getscope(&attr, &scope), 0);
    CHECK_EQ(scope, PTHREAD_SCOPE_SYSTEM);
    return 0;
}
