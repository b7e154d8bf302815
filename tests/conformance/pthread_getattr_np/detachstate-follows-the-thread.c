/* SPDX-License-Identifier: MIT */
/*
 * The detachstate is the thread's own: what it was created with, or DETACHED after pthread_detach.
 */
#include "test.h"

static struct gate up, go;

static void *routine(void *arg)
{
    (void)arg;
    gate_open(&up);
    gate_wait(&go);
    return NULL;
}

static int state_of(pthread_t thread)
{
    pthread_attr_t attr;
    int state = -1;

    CHECK_EQ(pthread_getattr_np(thread, &attr), 0);
    CHECK_EQ(pthread_attr_getdetachstate(&attr, &state), 0);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return state;
}

int main(void)
{
    pthread_t thread = test_start(routine, NULL), detached;
    pthread_attr_t attr;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED), 0);
    CHECK_EQ(pthread_create(&detached, &attr, routine, NULL), 0);
    gate_wait_for(&up, 2);
    CHECK_EQ(state_of(thread), PTHREAD_CREATE_JOINABLE);
    CHECK_EQ(state_of(detached), PTHREAD_CREATE_DETACHED);
    CHECK_EQ(pthread_detach(thread), 0);
    CHECK_EQ(state_of(thread), PTHREAD_CREATE_DETACHED);
    CHECK_EQ(state_of(pthread_self()), PTHREAD_CREATE_JOINABLE);
    gate_open(&go);
    return 0;
}
