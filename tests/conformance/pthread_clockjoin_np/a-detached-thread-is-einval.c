/* SPDX-License-Identifier: MIT */
/*
 * The error of pthread_join: EINVAL for a detached thread (POSIX: undefined).
 */
#include "pthin-alone.h"

int main(void)
{
    struct timespec end = now_plus_ms(CLOCK_MONOTONIC, TEST_BOUND_MS);
    pthread_t thread = alone_detached();

    CHECK_EQ(pthread_clockjoin_np(thread, NULL, CLOCK_MONOTONIC, &end), EINVAL);
    alone_detached_end();
    return 0;
}
