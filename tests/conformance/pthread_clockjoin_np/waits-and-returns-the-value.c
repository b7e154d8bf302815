/* SPDX-License-Identifier: MIT */
/*
 * Before the time is up it waits for the thread and returns its value, as pthread_join does.
 */
#include "test.h"

static struct gate up, go;
static pid_t main_tid;

static void *target(void *arg)
{
    gate_open(&up);
    gate_wait(&go);
    return arg;
}

static void *releaser(void *arg)
{
    (void)arg;
    wait_until_blocked(main_tid);
    gate_open(&go);
    return NULL;
}

int main(void)
{
    struct timespec end = now_plus_ms(CLOCK_MONOTONIC, TEST_BOUND_MS);
    pthread_t one, two;
    void *value = NULL;

    main_tid = test_gettid();
    one = test_start(target, (void *)14);
    gate_wait(&up);
    two = test_start(releaser, NULL);
    CHECK_EQ(pthread_clockjoin_np(one, &value, CLOCK_MONOTONIC, &end), 0);
    CHECK_EQ(value, 14);
    CHECK_EQ(pthread_clockjoin_np(two, NULL, CLOCK_MONOTONIC, &end), 0);
    return 0;
}
