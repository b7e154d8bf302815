/* SPDX-License-Identifier: MIT */
/*
 * Signal and broadcast have no effect if no thread is blocked: a later wait is not satisfied by an
 * earlier signal.
 */
#include "test.h"

int main(void)
{
    pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
    pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
    struct timespec end;
    int timed_out = 0;

    for (int i = 0; i < 10; i++) {
        CHECK_EQ(pthread_cond_signal(&cond), 0);
        CHECK_EQ(pthread_cond_broadcast(&cond), 0);
    }
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    /* A spurious wake-up is allowed, ten in a row would be signals that were kept. */
    for (int i = 0; i < 10 && !timed_out; i++) {
        end = now_plus_ms(CLOCK_REALTIME, 10);
        timed_out = pthread_cond_timedwait(&cond, &mutex, &end) == ETIMEDOUT;
    }
    CHECK(timed_out);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(pthread_cond_destroy(&cond), 0);
    return 0;
}
