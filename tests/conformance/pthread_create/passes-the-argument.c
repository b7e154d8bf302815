/* SPDX-License-Identifier: MIT */
/*
 * pthread_create shall start the thread by calling start_routine with arg as its only argument.
 */
#include "test.h"

static void *routine(void *arg)
{
    return (char *)arg + 1;
}

int main(void)
{
    char object[2];
    void *value;
    pthread_t thread;

    CHECK_EQ(pthread_create(&thread, NULL, routine, object), 0);
    CHECK_EQ(pthread_join(thread, &value), 0);
    CHECK_EQ(value, &object[1]);

    CHECK_EQ(test_finish(test_start(routine, NULL)), 1);
    CHECK_EQ(test_finish(test_start(routine, (void *)-2)), -1);
    return 0;
}
