/* SPDX-License-Identifier: MIT */
/*
 * thrd_timedout not before the time, with the mutex held; and in time thrd_success.
 */
#include "test.h"

#include <threads.h>

static mtx_t mutex;
static cnd_t cond;
static int ready;

static int signaller(void *arg)
{
    (void)arg;
    CHECK_EQ(mtx_lock(&mutex), thrd_success);
    ready = 1;
    CHECK_EQ(cnd_signal(&cond), thrd_success);
    CHECK_EQ(mtx_unlock(&mutex), thrd_success);
    return 0;
}

static int prober(void *arg)
{
    (void)arg;
    return mtx_trylock(&mutex);
}

int main(void)
{
    struct timespec end;
    thrd_t thread;
    int result;

    CHECK_EQ(mtx_init(&mutex, mtx_plain), thrd_success);
    CHECK_EQ(cnd_init(&cond), thrd_success);
    CHECK_EQ(mtx_lock(&mutex), thrd_success);
    for (int ms = 0; ms <= 20; ms += 10) {
        end = now_plus_ms(CLOCK_REALTIME, ms);
        WAIT_UNTIL((result = cnd_timedwait(&cond, &mutex, &end)) != thrd_success);
        CHECK_EQ(result, thrd_timedout);
        CHECK(test_now_ns(CLOCK_REALTIME) >= test_ns(end));
        CHECK_EQ(thrd_create(&thread, prober, NULL), thrd_success);
        CHECK_EQ(thrd_join(thread, &result), thrd_success);
        CHECK_EQ(result, thrd_busy);
    }
    CHECK_EQ(thrd_create(&thread, signaller, NULL), thrd_success);
    end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);
    while (!ready)
        CHECK_EQ(cnd_timedwait(&cond, &mutex, &end), thrd_success);
    CHECK_EQ(mtx_unlock(&mutex), thrd_success);
    CHECK_EQ(thrd_join(thread, NULL), thrd_success);
    return 0;
}
