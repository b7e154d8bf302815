/* SPDX-License-Identifier: MIT */
/*
 * PTHREAD_STACK_MIN is the smallest stack a thread can be started with, and a thread starts with
 * it, runs and ends.
 */
#include "test.h"

static void *routine(void *arg)
{
    return (char *)arg + 1;
}

int main(void)
{
    pthread_attr_t attr;
    pthread_t thread;
    void *value;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setstacksize(&attr, (size_t)PTHREAD_STACK_MIN), 0);
    for (int i = 0; i < 10; i++) {
        CHECK_EQ(pthread_create(&thread, &attr, routine, (void *)4), 0);
        CHECK_EQ(pthread_join(thread, &value), 0);
        CHECK_EQ(value, 5);
    }
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
