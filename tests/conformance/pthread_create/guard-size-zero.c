/* SPDX-License-Identifier: MIT */
/*
 * With guardsize 0 a thread runs without a guard area.
 */
#include "test.h"

static void *routine(void *arg)
{
    pthread_attr_t attr;
    size_t guard = 1;

    CHECK_EQ(pthread_getattr_np(pthread_self(), &attr), 0);
    CHECK_EQ(pthread_attr_getguardsize(&attr, &guard), 0);
    CHECK_EQ(guard, 0);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return arg;
}

int main(void)
{
    pthread_attr_t attr;
    pthread_t thread;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setguardsize(&attr, 0), 0);
    for (int i = 0; i < 5; i++) {
        CHECK_EQ(pthread_create(&thread, &attr, routine, (void *)9), 0);
        CHECK_EQ(test_finish(thread), 9);
    }
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
