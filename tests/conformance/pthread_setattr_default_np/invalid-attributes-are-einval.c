/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if an attribute is invalid or a stack address is set; the defaults stay as they were.
 */
#include "policy.h"

int main(void)
{
    char *stack = TEST_MAP(1 << 20);
    struct sched_param param = {.sched_priority = 10};
    pthread_attr_t attr, now;
    size_t before = 0, after = 0;
    int value = -1;

    CHECK_EQ(pthread_getattr_default_np(&now), 0);
    CHECK_EQ(pthread_attr_getstacksize(&now, &before), 0);
    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setstack(&attr, stack, 1 << 20), 0);
    CHECK_EQ(pthread_setattr_default_np(&attr), EINVAL);

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setschedpolicy(&attr, SCHED_FIFO), 0);
    CHECK_EQ(pthread_attr_setschedparam(&attr, &param), 0);
    CHECK_EQ(pthread_attr_setschedpolicy(&attr, SCHED_OTHER), 0); /* which has no priority 10 */
    CHECK_EQ(pthread_setattr_default_np(&attr), EINVAL);

    CHECK_EQ(pthread_getattr_default_np(&now), 0);
    CHECK_EQ(pthread_attr_getstacksize(&now, &after), 0);
    CHECK_EQ(after, before);
    CHECK_EQ(pthread_attr_getschedpolicy(&now, &value), 0);
    CHECK_EQ(value, SCHED_OTHER);
    CHECK_EQ(pthread_attr_getschedparam(&now, &param), 0);
    CHECK_EQ(param.sched_priority, 0);
    CHECK_EQ(pthread_attr_destroy(&now), 0);
    return 0;
}
