/* SPDX-License-Identifier: MIT */
/*
 * A sandbox that does not tell on which CPUs a thread may run: how many there are is only of use to
 * decide whether spinning pays, and locks lock.
 */
#include "filter.h"

enum { TURNS = 200000 };

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static volatile long count;
static struct gate both;

static void *counts(void *arg)
{
    gate_open(&both);
    gate_wait_for(&both, 2);
    for (int i = 0; i < TURNS; i++) {
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        count = count + 1;
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    }
    return arg;
}

int main(void)
{
    refuse_system_calls(TEST_NR_sched_getaffinity, TEST_NR_sched_getaffinity, EPERM);
    pthread_t first = test_start(counts, NULL), second = test_start(counts, NULL);

    test_finish(first);
    test_finish(second);
    CHECK_EQ(count, 2 * TURNS);
    return 0;
}
