/* SPDX-License-Identifier: MIT */
/*
 * pthread_rwlockattr_getpshared gives the value that was set, the one of each object.
 */
#include "test.h"

int main(void)
{
    static const int values[] = {PTHREAD_PROCESS_SHARED, PTHREAD_PROCESS_PRIVATE};
    pthread_rwlockattr_t attr[2];

    for (int i = 0; i < 2; i++)
        CHECK_EQ(pthread_rwlockattr_init(&attr[i]), 0);
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 2; i++)
            CHECK_EQ(pthread_rwlockattr_setpshared(&attr[i], values[(round + i) % 2]), 0);
        for (int i = 0; i < 2; i++) {
            int value = -1;

            CHECK_EQ(pthread_rwlockattr_getpshared(&attr[i], &value), 0);
            CHECK_EQ(value, values[(round + i) % 2]);
        }
    }
    for (int i = 0; i < 2; i++)
        CHECK_EQ(pthread_rwlockattr_destroy(&attr[i]), 0);
    return 0;
}
