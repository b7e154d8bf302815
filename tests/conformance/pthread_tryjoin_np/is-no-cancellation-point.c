/* SPDX-License-Identifier: MIT */
/*
 * pthread_tryjoin_np does not wait and is no cancellation point: with a request pending it joins
 * as without.
 */
#include "test.h"

static struct gate go;

static void *routine(void *arg)
{
    gate_wait(&go);
    return arg;
}

static void *joiner(void *arg)
{
    pthread_t target = *(pthread_t *)arg;
    void *value = NULL;
    int error;

    CHECK_EQ(pthread_cancel(pthread_self()), 0);
    CHECK_EQ(pthread_tryjoin_np(target, &value), EBUSY);
    gate_open(&go);
    WAIT_UNTIL((error = pthread_tryjoin_np(target, &value)) != EBUSY);
    CHECK_EQ(error, 0);
    return value;
}

int main(void)
{
    pthread_t target = test_start(routine, (void *)6);

    CHECK_EQ(test_finish(test_start(joiner, &target)), 6);
    return 0;
}
