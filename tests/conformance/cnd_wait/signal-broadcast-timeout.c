/* SPDX-License-Identifier: MIT */
/*
 * Condition variables of C11: signal, broadcast, and thrd_timedout from cnd_timedwait.
 */
#include "test.h"

#include <threads.h>

enum { N = 4 };
static mtx_t mutex;
static cnd_t cond;
static int waiting, tokens;

static int waiter(void *arg)
{
    (void)arg;
    CHECK_EQ(mtx_lock(&mutex), thrd_success);
    waiting++;
    while (tokens == 0)
        CHECK_EQ(cnd_wait(&cond, &mutex), thrd_success);
    tokens--;
    CHECK_EQ(mtx_unlock(&mutex), thrd_success);
    return 0;
}

int main(void)
{
    struct timespec end;
    thrd_t thread[N];
    int seen = 0, error;

    CHECK_EQ(mtx_init(&mutex, mtx_plain), thrd_success);
    CHECK_EQ(cnd_init(&cond), thrd_success);
    for (int i = 0; i < N; i++)
        CHECK_EQ(thrd_create(&thread[i], waiter, NULL), thrd_success);
    WAIT_UNTIL((mtx_lock(&mutex), seen = waiting, mtx_unlock(&mutex), seen == N));
    CHECK_EQ(mtx_lock(&mutex), thrd_success);
    tokens = 1;
    CHECK_EQ(cnd_signal(&cond), thrd_success);
    CHECK_EQ(mtx_unlock(&mutex), thrd_success);
    WAIT_UNTIL((mtx_lock(&mutex), seen = tokens, mtx_unlock(&mutex), seen == 0));
    CHECK_EQ(mtx_lock(&mutex), thrd_success);
    tokens = N - 1;
    CHECK_EQ(cnd_broadcast(&cond), thrd_success);
    CHECK_EQ(mtx_unlock(&mutex), thrd_success);
    for (int i = 0; i < N; i++)
        CHECK_EQ(thrd_join(thread[i], NULL), thrd_success);
    CHECK_EQ(tokens, 0);

    CHECK_EQ(mtx_lock(&mutex), thrd_success);
    end = now_plus_ms(CLOCK_REALTIME, 20);
    WAIT_UNTIL((error = cnd_timedwait(&cond, &mutex, &end)) != thrd_success);
    CHECK_EQ(error, thrd_timedout);
    CHECK(test_now_ns(CLOCK_REALTIME) >= test_ns(end));
    CHECK_EQ(mtx_unlock(&mutex), thrd_success);
    cnd_destroy(&cond);
    mtx_destroy(&mutex);
    return 0;
}
