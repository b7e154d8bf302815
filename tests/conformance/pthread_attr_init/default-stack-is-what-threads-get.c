/* SPDX-License-Identifier: MIT */
/*
 * A thread created with default attributes has the stack size that a fresh attributes object
 * reports.
 */
#include "test.h"

static void *routine(void *arg)
{
    pthread_attr_t attr;
    size_t size;

    CHECK_EQ(pthread_getattr_np(pthread_self(), &attr), 0);
    CHECK_EQ(pthread_attr_getstacksize(&attr, &size), 0);
    CHECK(size >= *(size_t *)arg - 64 * 1024); /* glibc counts the guard and its TLS in */
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return NULL;
}

int main(void)
{
    pthread_attr_t attr;
    size_t size;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_getstacksize(&attr, &size), 0);
    test_finish(test_start(routine, &size));
    return 0;
}
