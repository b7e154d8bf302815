/* SPDX-License-Identifier: MIT */
/*
 * Without a request, or with cancelability disabled, pthread_testcancel has no effect; it leaves
 * errno alone.
 */
#include "test.h"

static void *routine(void *arg)
{
    errno = 77;
    for (int i = 0; i < 100; i++)
        pthread_testcancel();
    CHECK_EQ(pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, NULL), 0);
    CHECK_EQ(pthread_cancel(pthread_self()), 0);
    for (int i = 0; i < 100; i++)
        pthread_testcancel();
    CHECK_EQ(errno, 77);
    return arg;
}

int main(void)
{
    CHECK_EQ(test_finish(test_start(routine, (void *)3)), 3);
    return 0;
}
