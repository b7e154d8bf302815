/* SPDX-License-Identifier: MIT */
/*
 * Default CLOCK_REALTIME; set and get agree; EINVAL for a CPU-time clock or an unknown one.
 */
#include "test.h"

int main(void)
{
    pthread_condattr_t attr;
    clockid_t clock = -1;

    memset(&attr, 0xa5, sizeof attr);
    CHECK_EQ(pthread_condattr_init(&attr), 0);
    CHECK_EQ(pthread_condattr_getclock(&attr, &clock), 0);
    CHECK_EQ(clock, CLOCK_REALTIME);
    CHECK_EQ(pthread_condattr_setclock(&attr, CLOCK_MONOTONIC), 0);
    CHECK_EQ(pthread_condattr_setclock(&attr, 2 /* CLOCK_PROCESS_CPUTIME_ID */), EINVAL);
    CHECK_EQ(pthread_condattr_setclock(&attr, 3 /* CLOCK_THREAD_CPUTIME_ID */), EINVAL);
    CHECK_EQ(pthread_condattr_setclock(&attr, -1), EINVAL);
    CHECK_EQ(pthread_condattr_setclock(&attr, 12345), EINVAL);
    CHECK_EQ(pthread_condattr_getclock(&attr, &clock), 0);
    CHECK_EQ(clock, CLOCK_MONOTONIC);
    CHECK_EQ(pthread_condattr_setclock(&attr, CLOCK_REALTIME), 0);
    CHECK_EQ(pthread_condattr_getclock(&attr, &clock), 0);
    CHECK_EQ(clock, CLOCK_REALTIME);
    CHECK_EQ(pthread_condattr_destroy(&attr), 0);
    return 0;
}
