/* SPDX-License-Identifier: MIT */
/*
 * pthread_rwlockattr_init gives the attributes their default, PTHREAD_PROCESS_PRIVATE, of whatever
 * was in the memory.
 */
#include "test.h"

int main(void)
{
    pthread_rwlockattr_t attr;

    memset(&attr, 0xa5, sizeof attr);
    for (int i = 0; i < 2; i++) {
        int shared = -1;

        CHECK_EQ(pthread_rwlockattr_init(&attr), 0);
        CHECK_EQ(pthread_rwlockattr_getpshared(&attr, &shared), 0);
        CHECK_EQ(shared, PTHREAD_PROCESS_PRIVATE);
        CHECK_EQ(pthread_rwlockattr_setpshared(&attr, PTHREAD_PROCESS_SHARED), 0);
        CHECK_EQ(pthread_rwlockattr_destroy(&attr), 0);
    }
    return 0;
}
