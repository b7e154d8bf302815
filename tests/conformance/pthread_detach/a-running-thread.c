/* SPDX-License-Identifier: MIT */
/*
 * pthread_detach of a running thread does not end it; it can no longer be joined.
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
    pthread_t thread = test_start(routine, NULL);

    gate_wait(&up);
    CHECK_EQ(pthread_detach(thread), 0);
    CHECK_EQ(pthread_join(thread, NULL), EINVAL);
    gate_open(&go);
    gate_wait(&gone);
    return 0;
}
