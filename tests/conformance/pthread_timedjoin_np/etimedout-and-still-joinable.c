/* SPDX-License-Identifier: MIT */
/*
 * ETIMEDOUT if the thread has not terminated before the time on CLOCK_REALTIME; not earlier than
 * that, and the thread stays joinable.
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
    pthread_t thread = test_start(routine, (void *)13);
    struct timespec end = now_plus_ms(CLOCK_REALTIME, 30),
                    past = now_plus_ms(CLOCK_REALTIME, -1000);
    void *value = &value;

    CHECK_EQ(pthread_timedjoin_np(thread, &value, &end), ETIMEDOUT);
    CHECK(test_now_ns(CLOCK_REALTIME) >= test_ns(end));
    CHECK_EQ(pthread_timedjoin_np(thread, &value, &past), ETIMEDOUT);
    past = (struct timespec){.tv_sec = -1, .tv_nsec = 0};
    CHECK_EQ(pthread_timedjoin_np(thread, &value, &past), ETIMEDOUT);
    CHECK_EQ(value, &value);
    gate_open(&go);
    CHECK_EQ(test_finish(thread), 13);
    return 0;
}
