/* SPDX-License-Identifier: MIT */
/*
 * The cancelability state and type of any newly created thread shall be PTHREAD_CANCEL_ENABLE and
 * PTHREAD_CANCEL_DEFERRED, whatever its creator's are.
 */
#include "test.h"

static void *routine(void *arg)
{
    int old = -1;

    (void)arg;
    CHECK_EQ(pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &old), 0);
    CHECK_EQ(old, PTHREAD_CANCEL_ENABLE);
    CHECK_EQ(pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, &old), 0);
    CHECK_EQ(old, PTHREAD_CANCEL_DEFERRED);
    return NULL;
}

int main(void)
{
    int old;

    routine(NULL); /* main starts so too */
    for (int i = 0; i < 10; i++)
        test_finish(test_start(routine, NULL));
    CHECK_EQ(pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, &old), 0);
    CHECK_EQ(old, PTHREAD_CANCEL_DISABLE);
    CHECK_EQ(pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, &old), 0);
    CHECK_EQ(old, PTHREAD_CANCEL_ASYNCHRONOUS);
    return 0;
}
