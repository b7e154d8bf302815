/* SPDX-License-Identifier: MIT */
/*
 * sem_clockwait measures on CLOCK_REALTIME or CLOCK_MONOTONIC: ETIMEDOUT not before the time.
 */
#include "shared.h"

int main(void)
{
    static const clockid_t clocks[] = {CLOCK_REALTIME, CLOCK_MONOTONIC};
    sem_t sem;

    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    for (int i = 0; i < 2; i++) {
        struct timespec end = now_plus_ms(clocks[i], 20);

        CHECK_FAILS(sem_clockwait(&sem, clocks[i], &end), ETIMEDOUT);
        CHECK(test_now_ns(clocks[i]) >= test_ns(end));
        end = (struct timespec){0, 0};
        CHECK_FAILS(sem_clockwait(&sem, clocks[i], &end), ETIMEDOUT);
        CHECK_EQ(sem_post(&sem), 0);
        CHECK_EQ(sem_clockwait(&sem, clocks[i], &end), 0);
    }
    return 0;
}
