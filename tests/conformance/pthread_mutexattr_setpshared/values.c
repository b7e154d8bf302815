/* SPDX-License-Identifier: MIT */
/*
 * Set and get agree for both values; EINVAL for others.
 */
#include "test.h"

int main(void)
{
    pthread_mutexattr_t attr;
    int value = -1;

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_setpshared(&attr, PTHREAD_PROCESS_SHARED), 0);
    CHECK_EQ(pthread_mutexattr_setpshared(&attr, -1), EINVAL);
    CHECK_EQ(pthread_mutexattr_setpshared(&attr, 2), EINVAL);
    CHECK_EQ(pthread_mutexattr_getpshared(&attr, &value), 0);
    CHECK_EQ(value, PTHREAD_PROCESS_SHARED);
    CHECK_EQ(pthread_mutexattr_setpshared(&attr, PTHREAD_PROCESS_PRIVATE), 0);
    CHECK_EQ(pthread_mutexattr_getpshared(&attr, &value), 0);
    CHECK_EQ(value, PTHREAD_PROCESS_PRIVATE);
    return 0;
}
