/* SPDX-License-Identifier: MIT */
/*
 * A post before the time ends sem_clockwait with 0, on both clocks.
 */
#include "shared.h"
#include "waiter.h"

static sem_t sem;

static int call_clockwait(void *arg)
{
    const clockid_t *clock = arg;
    struct timespec end = now_plus_ms(*clock, TEST_BOUND_MS);

    return sem_clockwait(&sem, *clock, &end);
}

int main(void)
{
    static clockid_t clocks[] = {CLOCK_REALTIME, CLOCK_MONOTONIC};

    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    for (int i = 0; i < 2; i++) {
        struct waiter waiter;

        waiter_block(&waiter, call_clockwait, &clocks[i]);
        CHECK_EQ(sem_post(&sem), 0);
        CHECK_EQ(waiter_result(&waiter), 0);
        CHECK_EQ(test_value(&sem), 0);
    }
    return 0;
}
