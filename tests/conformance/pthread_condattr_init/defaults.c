/* SPDX-License-Identifier: MIT */
/*
 * pthread_condattr_init gives the attributes their defaults, CLOCK_REALTIME and
 * PTHREAD_PROCESS_PRIVATE, of whatever was in the memory.
 */
#include "test.h"

int main(void)
{
    pthread_condattr_t attr;

    memset(&attr, 0xa5, sizeof attr);
    for (int i = 0; i < 2; i++) {
        clockid_t clock = -1;
        int shared = -1;

        CHECK_EQ(pthread_condattr_init(&attr), 0);
        CHECK_EQ(pthread_condattr_getclock(&attr, &clock), 0);
        CHECK_EQ(clock, CLOCK_REALTIME);
        CHECK_EQ(pthread_condattr_getpshared(&attr, &shared), 0);
        CHECK_EQ(shared, PTHREAD_PROCESS_PRIVATE);
        CHECK_EQ(pthread_condattr_setclock(&attr, CLOCK_MONOTONIC), 0);
        CHECK_EQ(pthread_condattr_setpshared(&attr, PTHREAD_PROCESS_SHARED), 0);
        CHECK_EQ(pthread_condattr_destroy(&attr), 0);
    }
    return 0;
}
