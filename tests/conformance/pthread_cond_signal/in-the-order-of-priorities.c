/* SPDX-License-Identifier: MIT */
/*
 * If more than one thread is blocked, the scheduling policy determines the order in which they are
 * unblocked: of those with SCHED_FIFO or SCHED_RR the one of the highest priority, of the same
 * priority the one that has waited longest; threads without real-time priority come last. So
 * between processes, too.
 */
#include "policy.h"
#include "waiter.h"

enum { N = 7 };

/* In the order in which they are to come back. 0: SCHED_OTHER. */
static const int priorities[N] = {30, 20, 20, 15, 10, 0, 0};
static const int arrival[N] = {5, 1, 4, 0, 2, 3, 6};

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond;
static struct waiter waiter[N];
static int order, place[N];

static int wait_once(void *arg)
{
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_cond_wait(&cond, &mutex), 0);
    STORE((int *)arg, ADD(&order, 1));
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return 0;
}

static void check_order(int policy, int shared)
{
    pthread_condattr_t sharing;
    pthread_attr_t attr;

    CHECK_EQ(pthread_condattr_init(&sharing), 0);
    CHECK_EQ(pthread_condattr_setpshared(&sharing, shared), 0);
    CHECK_EQ(pthread_cond_init(&cond, &sharing), 0);
    order = 0;
    memset(place, 0, sizeof place);
    for (int k = 0; k < N; k++) {
        int n = arrival[k];

        test_policy_attr(&attr, priorities[n] ? policy : SCHED_OTHER, priorities[n]);
        waiter_start(&waiter[n], &attr, wait_once, &place[n]);
        waiter_until_blocked(&waiter[n]);
    }
    for (int k = 0; k < N; k++) {
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        CHECK_EQ(pthread_cond_signal(&cond), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        WAIT_UNTIL(LOAD(&order) == k + 1);
    }
    for (int k = 0; k < N; k++) {
        CHECK_EQ(waiter_result(&waiter[k]), 0);
        CHECK_EQ(place[k], k + 1);
    }
    CHECK_EQ(pthread_cond_destroy(&cond), 0);
}

int main(void)
{
    NEED_REAL_TIME();
    check_order(SCHED_FIFO, PTHREAD_PROCESS_PRIVATE);
    check_order(SCHED_RR, PTHREAD_PROCESS_SHARED);
    return 0;
}
