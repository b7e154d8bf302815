/* SPDX-License-Identifier: MIT */
/*
 * pthread_attr_init shall initialize the object with the default value of every attribute.
 */
#include "test.h"

int main(void)
{
    struct sched_param param;
    pthread_attr_t attr;
    size_t size = 0;
    int value;

    memset(&attr, 0xa5, sizeof attr);
    CHECK_EQ(pthread_attr_init(&attr), 0);

    value = -1;
    CHECK_EQ(pthread_attr_getdetachstate(&attr, &value), 0);
    CHECK_EQ(value, PTHREAD_CREATE_JOINABLE);
    value = -1;
    CHECK_EQ(pthread_attr_getscope(&attr, &value), 0);
    CHECK_EQ(value, PTHREAD_SCOPE_SYSTEM);
    value = -1;
    CHECK_EQ(pthread_attr_getinheritsched(&attr, &value), 0);
    CHECK_EQ(value, PTHREAD_INHERIT_SCHED);
    value = -1;
    CHECK_EQ(pthread_attr_getschedpolicy(&attr, &value), 0);
    CHECK_EQ(value, SCHED_OTHER);
    param.sched_priority = -1;
    CHECK_EQ(pthread_attr_getschedparam(&attr, &param), 0);
    CHECK_EQ(param.sched_priority, 0);
    CHECK_EQ(pthread_attr_getstacksize(&attr, &size), 0);
    CHECK(size >= (size_t)PTHREAD_STACK_MIN);
    size = 0;
    CHECK_EQ(pthread_attr_getguardsize(&attr, &size), 0);
    CHECK(size >= TEST_PAGE);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
