/* SPDX-License-Identifier: MIT */
/*
 * thrd_sleep returns 0 after at least the given time; what is left may be NULL.
 */
#include "test.h"

#include <threads.h>

int main(void)
{
    for (int ms = 0; ms <= 20; ms += 5) {
        struct timespec time = {.tv_sec = 0, .tv_nsec = ms * 1000000L}, left = {7, 7};
        long long begin = test_now_ns(CLOCK_MONOTONIC);

        CHECK_EQ(thrd_sleep(&time, ms % 2 ? &left : NULL), 0);
        CHECK(test_now_ns(CLOCK_MONOTONIC) - begin >= ms * 1000000LL);
    }
    return 0;
}
