/* SPDX-License-Identifier: MIT */
/*
 * Set and get agree; EINVAL for a value that is neither PTHREAD_INHERIT_SCHED nor
 * PTHREAD_EXPLICIT_SCHED.
 */
#include "test.h"

int main(void)
{
    pthread_attr_t attr;
    int value = -1;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setinheritsched(&attr, PTHREAD_EXPLICIT_SCHED), 0);
    CHECK_EQ(pthread_attr_setinheritsched(&attr, -1), EINVAL);
    CHECK_EQ(pthread_attr_setinheritsched(&attr, 2), EINVAL);
    CHECK_EQ(pthread_attr_getinheritsched(&attr, &value), 0);
    CHECK_EQ(value, PTHREAD_EXPLICIT_SCHED);
    CHECK_EQ(pthread_attr_setinheritsched(&attr, PTHREAD_INHERIT_SCHED), 0);
    CHECK_EQ(pthread_attr_getinheritsched(&attr, &value), 0);
    CHECK_EQ(value, PTHREAD_INHERIT_SCHED);
    return 0;
}
