/* SPDX-License-Identifier: MIT */
/*
 * The attributes have their defaults after pthread_mutexattr_init, also on a reused object.
 */
#include "test.h"

int main(void)
{
    pthread_mutexattr_t attr;

    memset(&attr, 0xa5, sizeof attr);
    for (int i = 0; i < 2; i++) {
        int value = -1;

        CHECK_EQ(pthread_mutexattr_init(&attr), 0);
        CHECK_EQ(pthread_mutexattr_gettype(&attr, &value), 0);
        CHECK_EQ(value, PTHREAD_MUTEX_DEFAULT);
        value = -1;
        CHECK_EQ(pthread_mutexattr_getpshared(&attr, &value), 0);
        CHECK_EQ(value, PTHREAD_PROCESS_PRIVATE);
        value = -1;
        CHECK_EQ(pthread_mutexattr_getprotocol(&attr, &value), 0);
        CHECK_EQ(value, PTHREAD_PRIO_NONE);
        value = -1;
        CHECK_EQ(pthread_mutexattr_getrobust(&attr, &value), 0);
        CHECK_EQ(value, PTHREAD_MUTEX_STALLED);
        CHECK_EQ(pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_RECURSIVE), 0);
        CHECK_EQ(pthread_mutexattr_destroy(&attr), 0);
    }
    return 0;
}
