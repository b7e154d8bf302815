/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if the value of type is invalid; the attribute keeps its value.
 */
#include "test.h"

int main(void)
{
    static const int bad[] = {-1, 4, 5, 100, INT32_MAX, INT32_MIN};
    pthread_mutexattr_t attr;
    int value = -1;

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_ERRORCHECK), 0);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        CHECK_EQ(pthread_mutexattr_settype(&attr, bad[i]), EINVAL);
    CHECK_EQ(pthread_mutexattr_gettype(&attr, &value), 0);
    CHECK_EQ(value, PTHREAD_MUTEX_ERRORCHECK);
    return 0;
}
