/* SPDX-License-Identifier: MIT */
/*
 * A thread created with detachstate PTHREAD_CREATE_DETACHED runs like any other, and is detached
 * from the start.
 */
#include "test.h"

static struct gate up, go, gone;

static void *routine(void *arg)
{
    (void)arg;
    gate_open(&up);
    gate_wait(&go);
    gate_open(&gone);
    return NULL;
}

int main(void)
{
    pthread_attr_t attr, now;
    pthread_t thread;
    int state;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED), 0);
    CHECK_EQ(pthread_create(&thread, &attr, routine, NULL), 0);
    gate_wait(&up);
    CHECK_EQ(pthread_getattr_np(thread, &now), 0);
    CHECK_EQ(pthread_attr_getdetachstate(&now, &state), 0);
    CHECK_EQ(state, PTHREAD_CREATE_DETACHED);
    gate_open(&go);
    gate_wait(&gone);
    CHECK_EQ(pthread_attr_destroy(&now), 0);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
