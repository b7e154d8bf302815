/* SPDX-License-Identifier: MIT */
/*
 * pthread_condattr_getclock gives the clock that was set, whatever the other attribute is.
 */
#include "test.h"

int main(void)
{
    static const int values[] = {CLOCK_MONOTONIC, CLOCK_REALTIME};
    static const int others[] = {PTHREAD_PROCESS_SHARED, PTHREAD_PROCESS_PRIVATE};
    pthread_condattr_t attr;

    CHECK_EQ(pthread_condattr_init(&attr), 0);
    for (int i = 0; i < (int)(sizeof values / sizeof *values); i++) {
        for (int k = 0; k < (int)(sizeof others / sizeof *others); k++) {
            clockid_t value = -1;

            CHECK_EQ(pthread_condattr_setclock(&attr, values[i]), 0);
            CHECK_EQ(pthread_condattr_setpshared(&attr, others[k]), 0);
            CHECK_EQ(pthread_condattr_getclock(&attr, &value), 0);
            CHECK_EQ(value, values[i]);
        }
    }
    CHECK_EQ(pthread_condattr_destroy(&attr), 0);
    return 0;
}
