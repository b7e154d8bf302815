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
    void *value = &value;

    CHECK_EQ(pthread_detach(thread), 0);
    gate_wait(&up);
    for (int i = 0; i < 10; i++)
        CHECK_EQ(pthread_join(thread, &value), EINVAL);
    CHECK_EQ(value, &value);
    gate_open(&go);
    gate_wait(&gone);
    return 0;
}
