/* SPDX-License-Identifier: MIT */
/*
 * mtx_timedlock returns thrd_success when the mutex is unlocked before the time.
 */
#include "waiter.h"

#include <threads.h>

static mtx_t mutex;

static int lock_in_time(void *arg)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

    (void)arg;
    CHECK_EQ(mtx_timedlock(&mutex, &end), thrd_success);
    CHECK_EQ(mtx_unlock(&mutex), thrd_success);
    return 0;
}

int main(void)
{
    struct waiter waiter;

    CHECK_EQ(mtx_init(&mutex, mtx_timed), thrd_success);
    CHECK_EQ(mtx_lock(&mutex), thrd_success);
    waiter_block(&waiter, lock_in_time, NULL);
    CHECK_EQ(mtx_unlock(&mutex), thrd_success);
    CHECK_EQ(waiter_result(&waiter), 0);
    mtx_destroy(&mutex);
    return 0;
}
