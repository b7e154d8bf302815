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

static void *itself(void *arg)
{
    CHECK_EQ(pthread_tryjoin_np(pthread_self(), NULL), EDEADLK);
    return arg;
}

int main(void)
{
    pthread_t thread = test_start(routine, NULL);

    itself(NULL);
    test_finish(test_start(itself, NULL));
    CHECK_EQ(pthread_detach(thread), 0);
    gate_wait(&up);
    CHECK_EQ(pthread_tryjoin_np(thread, NULL), EINVAL);
    gate_open(&go);
    gate_wait(&gone);
    return 0;
}
