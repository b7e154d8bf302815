/* SPDX-License-Identifier: MIT */
/*
 * Set and get agree for SCHED_OTHER, SCHED_FIFO and SCHED_RR.
 */
#include "test.h"

int main(void)
{
    static const int policies[] = {SCHED_FIFO, SCHED_RR, SCHED_OTHER};
    pthread_attr_t attr;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    for (int i = 0; i < 3; i++) {
        int policy = -1;

        CHECK_EQ(pthread_attr_setschedpolicy(&attr, policies[i]), 0);
        CHECK_EQ(pthread_attr_getschedpolicy(&attr, &policy), 0);
        CHECK_EQ(policy, policies[i]);
    }
    return 0;
}
