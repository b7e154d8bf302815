/* SPDX-License-Identifier: MIT */
/*
 * The priority in an object is 0 at first, and stays its own when the policy or another object
 * changes.
 */
#include "test.h"

int main(void)
{
    struct sched_param param = {.sched_priority = -1};
    pthread_attr_t one, other;

    CHECK_EQ(pthread_attr_init(&one), 0);
    CHECK_EQ(pthread_attr_init(&other), 0);
    CHECK_EQ(pthread_attr_getschedparam(&one, &param), 0);
    CHECK_EQ(param.sched_priority, 0);
    CHECK_EQ(pthread_attr_setschedpolicy(&one, SCHED_FIFO), 0);
    param.sched_priority = 11;
    CHECK_EQ(pthread_attr_setschedparam(&one, &param), 0);
    CHECK_EQ(pthread_attr_setschedpolicy(&one, SCHED_RR), 0);
    param.sched_priority = -1;
    CHECK_EQ(pthread_attr_getschedparam(&one, &param), 0);
    CHECK_EQ(param.sched_priority, 11);
    CHECK_EQ(pthread_attr_getschedparam(&other, &param), 0);
    CHECK_EQ(param.sched_priority, 0);
    return 0;
}
