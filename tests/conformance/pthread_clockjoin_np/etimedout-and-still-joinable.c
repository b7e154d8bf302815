/* SPDX-License-Identifier: MIT */
/*
 * ETIMEDOUT if the thread has not terminated before the time on the given clock; not earlier, and
 * the thread stays joinable.
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
    static const clockid_t clocks[] = {CLOCK_REALTIME, CLOCK_MONOTONIC};
    pthread_t thread = test_start(routine, (void *)13);
    void *value = &value;

    for (int i = 0; i < 2; i++) {
        struct timespec end = now_plus_ms(clocks[i], 20), past = now_plus_ms(clocks[i], -1000);

        CHECK_EQ(pthread_clockjoin_np(thread, &value, clocks[i], &end), ETIMEDOUT);
        CHECK(test_now_ns(clocks[i]) >= test_ns(end));
        CHECK_EQ(pthread_clockjoin_np(thread, &value, clocks[i], &past), ETIMEDOUT);
    }
    CHECK_EQ(value, &value);
    gate_open(&go);
    CHECK_EQ(test_finish(thread), 13);
    return 0;
}
