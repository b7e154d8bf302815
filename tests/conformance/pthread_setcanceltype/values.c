/* SPDX-License-Identifier: MIT */
/*
 * The type before is stored; EINVAL for one that is none, and the type stays. Types and states are
 * each thread's own.
 */
#include "test.h"

static void *routine(void *arg)
{
    int old = -1;

    CHECK_EQ(pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, &old), 0);
    CHECK_EQ(old, PTHREAD_CANCEL_DEFERRED);
    CHECK_EQ(pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, &old), 0);
    CHECK_EQ(old, PTHREAD_CANCEL_ENABLE);
    return arg;
}

int main(void)
{
    int old = -1;

    CHECK_EQ(pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, &old), 0);
    CHECK_EQ(old, PTHREAD_CANCEL_DEFERRED);
    CHECK_EQ(pthread_setcanceltype(2, &old), EINVAL);
    CHECK_EQ(pthread_setcanceltype(-1, &old), EINVAL);
    CHECK_EQ(pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, NULL), 0);
    test_finish(test_start(routine, NULL));
    CHECK_EQ(pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, &old), 0);
    CHECK_EQ(old, PTHREAD_CANCEL_ASYNCHRONOUS);
    return 0;
}
