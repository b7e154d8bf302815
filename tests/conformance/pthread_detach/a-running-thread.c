/* SPDX-License-Identifier: MIT */
/*
 * pthread_detach of a running thread does not end it; it is detached from then on.
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

static int state_of(pthread_t thread)
{
    pthread_attr_t attr;
    int state;

    CHECK_EQ(pthread_getattr_np(thread, &attr), 0);
    CHECK_EQ(pthread_attr_getdetachstate(&attr, &state), 0);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return state;
}

int main(void)
{
    pthread_t thread = test_start(routine, NULL);

    gate_wait(&up);
    CHECK_EQ(state_of(thread), PTHREAD_CREATE_JOINABLE);
    CHECK_EQ(pthread_detach(thread), 0);
    CHECK_EQ(state_of(thread), PTHREAD_CREATE_DETACHED);
    gate_open(&go);
    gate_wait(&gone);
    return 0;
}
