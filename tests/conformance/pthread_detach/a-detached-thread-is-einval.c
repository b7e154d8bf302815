/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if the value of thread does not refer to a joinable thread.
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
    for (int i = 0; i < 5; i++)
        CHECK_EQ(pthread_detach(thread), EINVAL);
    gate_open(&go);
    gate_wait(&gone);
    return 0;
}
