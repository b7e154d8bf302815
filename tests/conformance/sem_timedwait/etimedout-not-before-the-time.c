/* SPDX-License-Identifier: MIT */
/*
 * ETIMEDOUT once CLOCK_REALTIME has reached the time, and not before; no token is taken.
 */
#include "shared.h"

int main(void)
{
    sem_t sem;

    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    for (int ms = 1; ms <= 30; ms += 7) {
        struct timespec end = now_plus_ms(CLOCK_REALTIME, ms);

        CHECK_FAILS(sem_timedwait(&sem, &end), ETIMEDOUT);
        CHECK(test_now_ns(CLOCK_REALTIME) >= test_ns(end));
        CHECK_EQ(test_value(&sem), 0);
    }
    CHECK_EQ(sem_post(&sem), 0);
    CHECK_EQ(test_value(&sem), 1);
    return 0;
}
