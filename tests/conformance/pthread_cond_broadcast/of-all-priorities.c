/* SPDX-License-Identifier: MIT */
/*
 * All threads that are blocked are unblocked, of real-time priority or not, and also those that
 * come after a signal that others have not noticed yet. The object may then be destroyed.
 */
#include "cond_waiter.h"

enum { N = 6 };

/* signals: are sent, with the mutex held, before the broadcast. */
static void check(const int *priorities, int signals)
{
    struct waiter waiter[N];

    CHECK_EQ(pthread_cond_init(&cond, NULL), 0);
    for (int k = 0; k < N; k++)
        cond_waiter_block(&waiter[k], priorities[k]);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    for (int k = 0; k < signals; k++)
        CHECK_EQ(pthread_cond_signal(&cond), 0);
    CHECK_EQ(pthread_cond_broadcast(&cond), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(pthread_cond_destroy(&cond), 0);
    memset(&cond, -1, sizeof cond);
    for (int k = 0; k < N; k++)
        CHECK_EQ(waiter_result(&waiter[k]), 0);
}

int main(void)
{
    static const int all_real_time[N] = {10, 20, 30, 20, 10, 30}, mixed[N] = {0, 10, 0, 20, 10, 0};

    NEED_REAL_TIME();
    for (int signals = 0; signals < 5; signals++) {
        check(all_real_time, signals);
        check(mixed, signals);
    }
    return 0;
}
