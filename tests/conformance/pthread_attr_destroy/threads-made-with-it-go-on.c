/* SPDX-License-Identifier: MIT */
/*
 * Destroying an attributes object has no effect on threads that were created with it.
 */
#include "test.h"

static struct gate go;

static void *routine(void *arg)
{
    pthread_attr_t attr;
    size_t size = 0;

    gate_wait(&go);
    CHECK_EQ(pthread_getattr_np(pthread_self(), &attr), 0);
    CHECK_EQ(pthread_attr_getstacksize(&attr, &size), 0);
    CHECK(size + 64 * 1024 >= 3 << 20);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return arg;
}

int main(void)
{
    pthread_attr_t attr;
    pthread_t thread;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setstacksize(&attr, 3 << 20), 0);
    CHECK_EQ(pthread_create(&thread, &attr, routine, (void *)4), 0);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    memset(&attr, 0xa5, sizeof attr);
    gate_open(&go);
    CHECK_EQ(test_finish(thread), 4);
    return 0;
}
