/* SPDX-License-Identifier: MIT */
/*
 * EBUSY if the thread has not terminated yet; it stays joinable. Otherwise joins it as pthread_join
 * does.
 */
#include "test.h"

static struct gate go;

static void *routine(void *arg)
{
    gate_wait(&go);
    return arg;
}

int main(void)
{
    pthread_t thread = test_start(routine, (void *)12);
    void *value = &value;
    int error;

    for (int i = 0; i < 20; i++)
        CHECK_EQ(pthread_tryjoin_np(thread, &value), EBUSY);
    CHECK_EQ(value, &value);
    gate_open(&go);
    WAIT_UNTIL((error = pthread_tryjoin_np(thread, &value)) != EBUSY);
    CHECK_EQ(error, 0);
    CHECK_EQ(value, 12);
    return 0;
}
