/* SPDX-License-Identifier: MIT */
/*
 * A thread may detach itself.
 */
#include "test.h"

static struct gate gone;

static void *routine(void *arg)
{
    pthread_attr_t attr;
    int state;

    (void)arg;
    CHECK_EQ(pthread_detach(pthread_self()), 0);
    CHECK_EQ(pthread_getattr_np(pthread_self(), &attr), 0);
    CHECK_EQ(pthread_attr_getdetachstate(&attr, &state), 0);
    CHECK_EQ(state, PTHREAD_CREATE_DETACHED);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    gate_open(&gone);
    return NULL;
}

int main(void)
{
    for (int i = 1; i <= 100; i++) {
        test_start(routine, NULL);
        gate_wait_for(&gone, i);
    }
    return 0;
}
