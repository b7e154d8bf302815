/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if abstime's nanoseconds are less than 0 or at least 1000 million, where it would have to
 * wait; the thread stays joinable.
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
    struct timespec bad = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

    bad.tv_nsec = 1000000000;
    CHECK_EQ(pthread_timedjoin_np(thread, NULL, &bad), EINVAL);
    bad.tv_nsec = -1;
    CHECK_EQ(pthread_timedjoin_np(thread, NULL, &bad), EINVAL);
    gate_open(&go);
    CHECK_EQ(alone_finish(target), 16);
    return 0;
}
