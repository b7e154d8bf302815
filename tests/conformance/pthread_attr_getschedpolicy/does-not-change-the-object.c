/* SPDX-License-Identifier: MIT */
/*
 * pthread_attr_getschedpolicy reads: the value stays, of this object and of others.
 */
#include "test.h"

int main(void)
{
    pthread_attr_t one, other, copy;
    int value = -1, initial = -1;

    CHECK_EQ(pthread_attr_init(&one), 0);
    CHECK_EQ(pthread_attr_init(&other), 0);
    CHECK_EQ(pthread_attr_getschedpolicy(&one, &initial), 0);
    CHECK_EQ(pthread_attr_setschedpolicy(&one, SCHED_RR), 0);
    copy = one;
    for (int i = 0; i < 3; i++) {
        value = -1;
        CHECK_EQ(pthread_attr_getschedpolicy(&one, &value), 0);
        CHECK_EQ(value, SCHED_RR);
        CHECK_EQ(pthread_attr_getschedpolicy(&other, &value), 0);
        CHECK_EQ(value, initial);
    }
    CHECK(initial != SCHED_RR);
    CHECK_EQ(memcmp(&copy, &one, sizeof one), 0);
    CHECK_EQ(pthread_attr_destroy(&one), 0);
    CHECK_EQ(pthread_attr_destroy(&other), 0);
    return 0;
}
