/* SPDX-License-Identifier: MIT */
/*
 * ETIMEDOUT at once if the time has passed, the times before the epoch included.
 */
#include "shared.h"

int main(void)
{
    struct timespec past[] = {{0, 0}, {1, 999999999}, {-1, 0}, {-1000000000, 5}};
    sem_t sem;

    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    for (int i = 0; i < 4; i++)
        CHECK_FAILS(sem_timedwait(&sem, &past[i]), ETIMEDOUT);
    past[0] = now_plus_ms(CLOCK_REALTIME, -1);
    CHECK_FAILS(sem_timedwait(&sem, &past[0]), ETIMEDOUT);
    CHECK_EQ(test_value(&sem), 0);
    return 0;
}
