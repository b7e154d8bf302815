/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if the value is not a policy (POSIX: may fail; ENOTSUP for one that is not supported).
 */
#include "test.h"

int main(void)
{
    pthread_attr_t attr;
    int policy = -1;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setschedpolicy(&attr, -1), EINVAL);
    CHECK_EQ(pthread_attr_setschedpolicy(&attr, 12345), EINVAL);
    CHECK_EQ(pthread_attr_getschedpolicy(&attr, &policy), 0);
    CHECK_EQ(policy, SCHED_OTHER);
    return 0;
}
