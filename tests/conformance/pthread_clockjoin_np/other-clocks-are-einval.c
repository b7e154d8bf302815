/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if the clock is neither CLOCK_REALTIME nor CLOCK_MONOTONIC, or the nanoseconds are out of
 * range; the thread stays joinable.
 */
#include "pthin-alone.h"

static struct gate go;

static void *routine(void *arg)
{
    gate_wait(&go);
    return arg;
}

int main(void)
{
    pthin_thread *target = alone_start(routine, (void *)16);
    pthread_t thread = alone_handle(target);
    struct timespec end = now_plus_ms(CLOCK_MONOTONIC, TEST_BOUND_MS);

    CHECK_EQ(pthread_clockjoin_np(thread, NULL, 2 /* CLOCK_PROCESS_CPUTIME_ID */, &end), EINVAL);
    CHECK_EQ(pthread_clockjoin_np(thread, NULL, 12345, &end), EINVAL);
    CHECK_EQ(pthread_clockjoin_np(thread, NULL, -1, &end), EINVAL);
    end.tv_nsec = 1000000000;
    CHECK_EQ(pthread_clockjoin_np(thread, NULL, CLOCK_MONOTONIC, &end), EINVAL);
    end.tv_nsec = -1;
    CHECK_EQ(pthread_clockjoin_np(thread, NULL, CLOCK_MONOTONIC, &end), EINVAL);
    gate_open(&go);
    CHECK_EQ(alone_finish(target), 16);
    return 0;
}
