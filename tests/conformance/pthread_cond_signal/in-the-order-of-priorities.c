/* SPDX-License-Identifier: MIT */
/*
 * If more than one thread is blocked, the scheduling policy determines the order in which they are
 * unblocked: of those with SCHED_FIFO or SCHED_RR the one of the highest priority, of the same
 * priority the one that has waited longest; threads without real-time priority come last. So
 * between processes, too.
 *
 * There a signal may come to more than one: with glibc 2.41 or later, pthin makes broadcasts of
 * signals between processes (README, Limits), and any implementation may have a wait return without
 * one. Who finds nothing waits again, behind others. Then the order cannot be seen, but still each
 * signal lets just one go. (Anywhere else such a return is a fault.)
 */
#include "policy.h"
#include "waiter.h"

#ifdef __GLIBC__
#    include <gnu/libc-version.h>
#endif

enum { N = 7 };

/* In the order in which they are to come back. 0: SCHED_OTHER. */
static const int priorities[N] = {30, 20, 20, 15, 10, 0, 0};
static const int arrival[N] = {5, 1, 4, 0, 2, 3, 6};

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond;
static struct waiter waiter[N];
static int order, place[N];
static int tokens, spurious; /* under the mutex */

static int wait_once(void *arg)
{
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_cond_wait(&cond, &mutex), 0);
    for (; tokens == 0; spurious++)
        CHECK_EQ(pthread_cond_wait(&cond, &mutex), 0);
    tokens--;
    STORE((int *)arg, ADD(&order, 1));
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return 0;
}

static int may_be_spurious(int shared)
{
#ifdef __GLIBC__
    if (shared == PTHREAD_PROCESS_SHARED && strtol(gnu_get_libc_version() + 2, NULL, 10) >= 41)
        return 1;
#endif
    (void)shared;
    return 0;
}

static void check_order(int policy, int shared)
{
    pthread_condattr_t sharing;
    pthread_attr_t attr;

    CHECK_EQ(pthread_condattr_init(&sharing), 0);
    CHECK_EQ(pthread_condattr_setpshared(&sharing, shared), 0);
    CHECK_EQ(pthread_cond_init(&cond, &sharing), 0);
    order = spurious = 0;
    memset(place, 0, sizeof place);
    for (int k = 0; k < N; k++) {
        int n = arrival[k];

        test_policy_attr(&attr, priorities[n] ? policy : SCHED_OTHER, priorities[n]);
        waiter_start(&waiter[n], &attr, wait_once, &place[n]);
        waiter_until_blocked(&waiter[n]);
    }
    for (int k = 0; k < N; k++) {
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        tokens++;
        CHECK_EQ(pthread_cond_signal(&cond), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        WAIT_UNTIL(LOAD(&order) == k + 1);
    }
    for (int k = 0; k < N; k++) {
        CHECK_EQ(waiter_result(&waiter[k]), 0);
        if (spurious == 0)
            CHECK_EQ(place[k], k + 1);
    }
    CHECK_EQ(tokens, 0);
    if (!may_be_spurious(shared))
        CHECK_EQ(spurious, 0);
    CHECK_EQ(pthread_cond_destroy(&cond), 0);
}

int main(void)
{
    NEED_REAL_TIME();
    check_order(SCHED_FIFO, PTHREAD_PROCESS_PRIVATE);
    check_order(SCHED_RR, PTHREAD_PROCESS_SHARED);
    return 0;
}
