/* SPDX-License-Identifier: MIT */
/*
 * One attribute object may be used for several creations, and changing or destroying it afterwards
 * does not affect the threads.
 */
#include "test.h"

static struct gate up, go;

static void *routine(void *arg)
{
    pthread_attr_t attr;
    size_t size;
    int state;

    gate_open(&up);
    gate_wait(&go);
    CHECK_EQ(pthread_getattr_np(pthread_self(), &attr), 0);
    CHECK_EQ(pthread_attr_getstacksize(&attr, &size), 0);
    CHECK(size >= 300 * 1024 - 64 * 1024 && size < 2000 * 1024);
    CHECK_EQ(pthread_attr_getdetachstate(&attr, &state), 0);
    CHECK_EQ(state, PTHREAD_CREATE_JOINABLE);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return arg;
}

int main(void)
{
    pthread_t thread[10];
    pthread_attr_t attr;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setstacksize(&attr, 300 * 1024), 0);
    for (int i = 0; i < 10; i++)
        CHECK_EQ(pthread_create(&thread[i], &attr, routine, (void *)(intptr_t)i), 0);
    gate_wait_for(&up, 10);
    CHECK_EQ(pthread_attr_setstacksize(&attr, 8 << 20), 0);
    CHECK_EQ(pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED), 0);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    memset(&attr, 0x5a, sizeof attr);
    gate_open(&go);
    for (int i = 0; i < 10; i++)
        CHECK_EQ(test_finish(thread[i]), i);
    return 0;
}
