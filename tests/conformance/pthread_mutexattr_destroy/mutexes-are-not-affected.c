/* SPDX-License-Identifier: MIT */
/*
 * After a mutex was made, no change of the attributes affects it, their destruction included; and
 * they may be initialised again, which gives the defaults.
 */
#include "test.h"

int main(void)
{
    pthread_mutexattr_t attr;
    pthread_mutex_t mutex;
    int type = -1;

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_RECURSIVE), 0);
    CHECK_EQ(pthread_mutex_init(&mutex, &attr), 0);
    CHECK_EQ(pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_ERRORCHECK), 0);
    CHECK_EQ(pthread_mutexattr_destroy(&attr), 0);
    memset(&attr, 0xff, sizeof attr);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(pthread_mutex_destroy(&mutex), 0);

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_gettype(&attr, &type), 0);
    CHECK_EQ(type, PTHREAD_MUTEX_DEFAULT);
    CHECK_EQ(pthread_mutexattr_destroy(&attr), 0);
    return 0;
}
