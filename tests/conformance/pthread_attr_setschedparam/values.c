/* SPDX-License-Identifier: MIT */
/*
 * Set and get agree for the priorities of the policy that is set.
 */
#include "test.h"

int main(void)
{
    static const int priorities[] = {1, 50, 99};
    pthread_attr_t attr;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setschedpolicy(&attr, SCHED_FIFO), 0);
    for (int i = 0; i < 3; i++) {
        struct sched_param param = {.sched_priority = priorities[i]};

        CHECK_EQ(pthread_attr_setschedparam(&attr, &param), 0);
        param.sched_priority = -1;
        CHECK_EQ(pthread_attr_getschedparam(&attr, &param), 0);
        CHECK_EQ(param.sched_priority, priorities[i]);
    }
    return 0;
}
