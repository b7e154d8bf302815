/* SPDX-License-Identifier: MIT */
/*
 * Default PTHREAD_PROCESS_PRIVATE; set and get agree and leave the clock alone; EINVAL for others.
 */
#include "test.h"

int main(void)
{
    pthread_condattr_t attr;
    clockid_t clock = -1;
    int value = -1;

    CHECK_EQ(pthread_condattr_init(&attr), 0);
    CHECK_EQ(pthread_condattr_getpshared(&attr, &value), 0);
    CHECK_EQ(value, PTHREAD_PROCESS_PRIVATE);
    CHECK_EQ(pthread_condattr_setclock(&attr, CLOCK_MONOTONIC), 0);
    CHECK_EQ(pthread_condattr_setpshared(&attr, PTHREAD_PROCESS_SHARED), 0);
    CHECK_EQ(pthread_condattr_setpshared(&attr, 2), EINVAL);
    CHECK_EQ(pthread_condattr_setpshared(&attr, -1), EINVAL);
    CHECK_EQ(pthread_condattr_getpshared(&attr, &value), 0);
    CHECK_EQ(value, PTHREAD_PROCESS_SHARED);
    CHECK_EQ(pthread_condattr_getclock(&attr, &clock), 0);
    CHECK_EQ(clock, CLOCK_MONOTONIC);
    CHECK_EQ(pthread_condattr_setpshared(&attr, PTHREAD_PROCESS_PRIVATE), 0);
    CHECK_EQ(pthread_condattr_getpshared(&attr, &value), 0);
    CHECK_EQ(value, PTHREAD_PROCESS_PRIVATE);
    return 0;
}
