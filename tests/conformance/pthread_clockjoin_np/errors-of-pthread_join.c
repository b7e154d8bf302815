/* SPDX-License-Identifier: MIT */
/*
 * The errors of pthread_join: EDEADLK for the calling thread, EINVAL for a detached one.
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
    struct timespec end = now_plus_ms(CLOCK_MONOTONIC, TEST_BOUND_MS);
    pthread_t thread = test_start(routine, NULL);

    CHECK_EQ(pthread_clockjoin_np(pthread_self(), NULL, CLOCK_MONOTONIC, &end), EDEADLK);
    CHECK_EQ(pthread_detach(thread), 0);
    gate_wait(&up);
    CHECK_EQ(pthread_clockjoin_np(thread, NULL, CLOCK_MONOTONIC, &end), EINVAL);
    gate_open(&go);
    gate_wait(&gone);
    return 0;
}
