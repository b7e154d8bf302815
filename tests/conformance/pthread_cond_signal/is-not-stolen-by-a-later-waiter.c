/* SPDX-License-Identifier: MIT */
/*
 * A signal wakes a thread that was already waiting when it was sent: one that begins to wait
 * afterwards cannot consume it.
 */
#include "test.h"

enum { ROUNDS = 400 };
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static int waiting, early_back;
static struct gate start;

/* Waits once, with no predicate: it returns when it has been woken. */
static void *early(void *arg)
{
    for (int i = 1; i <= ROUNDS; i++) {
        gate_wait_for(&start, i);
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        waiting++;
        CHECK_EQ(pthread_cond_wait(&cond, &mutex), 0);
        early_back = i;
        CHECK_EQ(pthread_cond_broadcast(&cond), 0); /* only to save main a timeout */
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    }
    return arg;
}

int main(void)
{
    pthread_t thread = test_start(early, NULL);

    for (int i = 1; i <= ROUNDS; i++) {
        int seen = 0;

        gate_open(&start);
        WAIT_UNTIL(
            (pthread_mutex_lock(&mutex), seen = waiting, pthread_mutex_unlock(&mutex), seen == i));

        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        CHECK_EQ(pthread_cond_signal(&cond), 0); /* for the early thread */
        /* Now this thread is a later waiter. It waits in short steps; each of them may end
         * spuriously, but the early one has to come back. */
        for (long long end = test_now_ns(CLOCK_MONOTONIC) + TEST_BOUND_MS * 1000000LL;
             early_back != i;) {
            struct timespec step = now_plus_ms(CLOCK_REALTIME, 5);
            int error = pthread_cond_timedwait(&cond, &mutex, &step);

            CHECK(error == 0 || error == ETIMEDOUT);
            CHECK(test_now_ns(CLOCK_MONOTONIC) < end);
        }
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    }
    test_finish(thread);
    return 0;
}
