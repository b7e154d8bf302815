/* SPDX-License-Identifier: MIT */
/*
 * A recursive mutex may be locked a hundred thousand times over.
 */
#include "test.h"

int main(void)
{
    pthread_mutexattr_t attr;
    pthread_mutex_t mutex;

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_RECURSIVE), 0);
    CHECK_EQ(pthread_mutex_init(&mutex, &attr), 0);
    for (int i = 0; i < 100000; i++)
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    for (int i = 0; i < 100000; i++)
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), EPERM);
    CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    return 0;
}
