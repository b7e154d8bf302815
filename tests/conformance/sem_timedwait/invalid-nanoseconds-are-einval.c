/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if the thread would have blocked and the nanoseconds are below 0 or not below 1000
 * million.
 */
#include "shared.h"

int main(void)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);
    static const long bad[] = {-1, 1000000000, LONG_MIN, LONG_MAX};
    sem_t sem;

    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    for (int i = 0; i < 4; i++) {
        end.tv_nsec = bad[i];
        CHECK_FAILS(sem_timedwait(&sem, &end), EINVAL);
    }
    CHECK_EQ(test_value(&sem), 0);
    return 0;
}
