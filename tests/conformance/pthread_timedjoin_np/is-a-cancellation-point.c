/* SPDX-License-Identifier: MIT */
/*
 * pthread_timedjoin_np is a cancellation point, with a time and with none; a joiner that is
 * cancelled leaves the target joinable.
 */
#include "test.h"

static struct gate up, go;
static pthread_t target;
static pid_t tid;

static void *routine(void *arg)
{
    gate_open(&up);
    gate_wait(&go);
    return arg;
}

static void *joiner(void *arg)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

    STORE(&tid, test_gettid());
    pthread_timedjoin_np(target, NULL, arg ? &end : NULL);
    return NULL;
}

int main(void)
{
    target = test_start(routine, (void *)8);
    gate_wait(&up);
    for (int i = 0; i < 2; i++) {
        pthread_t thread;

        STORE(&tid, 0);
        thread = test_start(joiner, i ? &up : NULL);
        WAIT_UNTIL(LOAD(&tid) != 0);
        wait_until_blocked(tid);
        CHECK_EQ(pthread_cancel(thread), 0);
        CHECK(test_finish(thread) == PTHREAD_CANCELED);
    }
    gate_open(&go);
    CHECK_EQ(test_finish(target), 8);
    return 0;
}
