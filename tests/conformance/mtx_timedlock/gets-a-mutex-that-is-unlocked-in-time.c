/* SPDX-License-Identifier: MIT */
/*
 * mtx_timedlock returns thrd_success when the mutex is unlocked before the time.
 */
#include "test.h"

#include <threads.h>

static mtx_t mutex;
static pid_t tid;

static int other(void *arg)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

    (void)arg;
    STORE(&tid, test_gettid());
    CHECK_EQ(mtx_timedlock(&mutex, &end), thrd_success);
    CHECK_EQ(mtx_unlock(&mutex), thrd_success);
    return 0;
}

int main(void)
{
    thrd_t thread;

    CHECK_EQ(mtx_init(&mutex, mtx_timed), thrd_success);
    CHECK_EQ(mtx_lock(&mutex), thrd_success);
    CHECK_EQ(thrd_create(&thread, other, NULL), thrd_success);
    WAIT_UNTIL(LOAD(&tid) != 0);
    wait_until_blocked(tid);
    CHECK_EQ(mtx_unlock(&mutex), thrd_success);
    CHECK_EQ(thrd_join(thread, NULL), thrd_success);
    mtx_destroy(&mutex);
    return 0;
}
