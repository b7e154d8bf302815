/* SPDX-License-Identifier: MIT */
/*
 * If attr is NULL, the default attributes shall be used: the thread is joinable.
 */
#include "test.h"

static void *routine(void *arg)
{
    pthread_attr_t attr;
    int state = -1;

    (void)arg;
    CHECK_EQ(pthread_getattr_np(pthread_self(), &attr), 0);
    CHECK_EQ(pthread_attr_getdetachstate(&attr, &state), 0);
    CHECK_EQ(state, PTHREAD_CREATE_JOINABLE);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return (void *)7;
}

int main(void)
{
    CHECK_EQ(test_finish(test_start(routine, NULL)), 7);
    return 0;
}
