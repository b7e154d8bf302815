/* SPDX-License-Identifier: MIT */
/*
 * The pthread functions return their error numbers; these calls leave errno as it was.
 */
#include "test.h"

static void *routine(void *arg)
{
    return arg;
}

int main(void)
{
    pthread_t thread;

    test_finish(test_start(routine, NULL)); /* what a library does once is done */
    errno = 1234;
    CHECK_EQ(pthread_create(&thread, NULL, routine, NULL), 0);
    CHECK_EQ(errno, 1234);
    CHECK_EQ(pthread_join(thread, NULL), 0);
    CHECK_EQ(errno, 1234);
    CHECK_EQ(pthread_kill(pthread_self(), -1), EINVAL);
    CHECK_EQ(errno, 1234);
    return 0;
}
