/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if the clock is not supported, or the thread would block and the nanoseconds are out of
 * range.
 */
#include "shared.h"

int main(void)
{
    struct timespec end = now_plus_ms(CLOCK_MONOTONIC, TEST_BOUND_MS);
    sem_t sem;

    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    CHECK_FAILS(sem_clockwait(&sem, 2 /* CLOCK_PROCESS_CPUTIME_ID */, &end), EINVAL);
    CHECK_FAILS(sem_clockwait(&sem, 12345, &end), EINVAL);
    end.tv_nsec = 1000000000;
    CHECK_FAILS(sem_clockwait(&sem, CLOCK_MONOTONIC, &end), EINVAL);
    end.tv_nsec = -1;
    CHECK_FAILS(sem_clockwait(&sem, CLOCK_REALTIME, &end), EINVAL);
    CHECK_EQ(test_value(&sem), 0);
    return 0;
}
