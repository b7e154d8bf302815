/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if the priority is not one of the policy's (POSIX: may fail).
 */
#include "test.h"

int main(void)
{
    struct sched_param param;
    pthread_attr_t attr;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setschedpolicy(&attr, SCHED_OTHER), 0);
    param.sched_priority = 1;
    CHECK_EQ(pthread_attr_setschedparam(&attr, &param), EINVAL); /* it has only 0 */
    CHECK_EQ(pthread_attr_setschedpolicy(&attr, SCHED_RR), 0);
    param.sched_priority = 100;
    CHECK_EQ(pthread_attr_setschedparam(&attr, &param), EINVAL);
    param.sched_priority = -1;
    CHECK_EQ(pthread_attr_setschedparam(&attr, &param), EINVAL);
    return 0;
}
