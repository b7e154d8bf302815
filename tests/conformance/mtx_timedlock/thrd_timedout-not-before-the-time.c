/* SPDX-License-Identifier: MIT */
/*
 * thrd_timedout once TIME_UTC has reached the time, and not before. A free mutex is locked whatever
 * the time.
 */
#include "test.h"

#include <threads.h>

static mtx_t mutex;

static int other(void *arg)
{
    struct timespec past = {0, 0};

    (void)arg;
    for (int ms = 0; ms <= 20; ms += 10) {
        struct timespec end = now_plus_ms(CLOCK_REALTIME, ms);

        CHECK_EQ(mtx_timedlock(&mutex, &end), thrd_timedout);
        CHECK(test_now_ns(CLOCK_REALTIME) >= test_ns(end));
    }
    CHECK_EQ(mtx_timedlock(&mutex, &past), thrd_timedout);
    return 0;
}

int main(void)
{
    struct timespec past = {0, 0};
    thrd_t thread;

    for (int i = 0; i < 2; i++) {
        CHECK_EQ(mtx_init(&mutex, mtx_timed | (i ? mtx_recursive : 0)), thrd_success);
        CHECK_EQ(mtx_timedlock(&mutex, &past), thrd_success);
        if (i) {
            CHECK_EQ(mtx_timedlock(&mutex, &past), thrd_success);
            CHECK_EQ(mtx_unlock(&mutex), thrd_success);
        }
        CHECK_EQ(thrd_create(&thread, other, NULL), thrd_success);
        CHECK_EQ(thrd_join(thread, NULL), thrd_success);
        CHECK_EQ(mtx_unlock(&mutex), thrd_success);
        mtx_destroy(&mutex);
    }
    return 0;
}
