/* SPDX-License-Identifier: MIT */
/*
 * pthread_mutexattr_settype shall set the type, and pthread_mutexattr_gettype return it; setting
 * the type leaves the other attributes alone.
 */
#include "test.h"

int main(void)
{
    static const int types[] = {PTHREAD_MUTEX_RECURSIVE, PTHREAD_MUTEX_ERRORCHECK,
                                PTHREAD_MUTEX_NORMAL, PTHREAD_MUTEX_DEFAULT};
    pthread_mutexattr_t attr;

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_setpshared(&attr, PTHREAD_PROCESS_SHARED), 0);
    for (int i = 0; i < 4; i++) {
        int value = -1;

        CHECK_EQ(pthread_mutexattr_settype(&attr, types[i]), 0);
        CHECK_EQ(pthread_mutexattr_gettype(&attr, &value), 0);
        CHECK_EQ(value, types[i]);
        CHECK_EQ(pthread_mutexattr_getpshared(&attr, &value), 0);
        CHECK_EQ(value, PTHREAD_PROCESS_SHARED);
    }
    CHECK_EQ(pthread_mutexattr_destroy(&attr), 0);
    return 0;
}
