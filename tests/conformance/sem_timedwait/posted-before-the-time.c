/* SPDX-License-Identifier: MIT */
/*
 * A post before the time ends the wait with 0.
 */
#include "shared.h"
#include "waiter.h"

static sem_t sem;

static int call_timedwait(void *arg)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

    (void)arg;
    return sem_timedwait(&sem, &end);
}

int main(void)
{
    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    for (int i = 0; i < 40; i++) {
        struct waiter waiter;

        waiter_start(&waiter, NULL, call_timedwait, NULL);
        if (i % 2)
            waiter_until_blocked(&waiter);
        CHECK_EQ(sem_post(&sem), 0);
        CHECK_EQ(waiter_result(&waiter), 0);
        CHECK_EQ(test_value(&sem), 0);
    }
    return 0;
}
