/* SPDX-License-Identifier: MIT */
/*
 * In the child of a fork signals are for the threads of the child, not for those that waited in the
 * parent: signal and broadcast release all that the child has; a wait with a time times out.
 */
#include "cond_waiter.h"
#include "forks.h"

static int broadcasts;

static void use(void)
{
    struct timespec soon = now_plus_ms(CLOCK_REALTIME, 20);
    struct waiter waiter[2];

    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_cond_timedwait(&cond, &mutex, &soon), ETIMEDOUT);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    for (int i = 0; i < 2; i++)
        cond_waiter_block(&waiter[i], 0);
    if (broadcasts) {
        CHECK_EQ(pthread_cond_broadcast(&cond), 0);
    } else {
        signal_one();
        signal_one();
    }
    for (int i = 0; i < 2; i++)
        CHECK_EQ(waiter_result(&waiter[i]), 0);
    CHECK_EQ(pthread_cond_destroy(&cond), 0);
}

/* There is nothing to be woken, and then somebody waits. */
static void signal_first(void)
{
    struct waiter waiter;

    signal_one();
    CHECK_EQ(pthread_cond_broadcast(&cond), 0);
    cond_waiter_block(&waiter, 0);
    signal_one();
    CHECK_EQ(waiter_result(&waiter), 0);
    CHECK_EQ(pthread_cond_destroy(&cond), 0);
}

static void check(int priority)
{
    struct waiter waiter[3];

    for (int i = 0; i < 3; i++)
        cond_waiter_block(&waiter[i], i ? priority : 0);
    for (broadcasts = 0; broadcasts < 2; broadcasts++)
        in_children(use);
    in_children(signal_first);
    for (int i = 0; i < 3; i++)
        signal_one();
    for (int i = 0; i < 3; i++)
        CHECK_EQ(waiter_result(&waiter[i]), 0);
}

int main(void)
{
    check(0);
    NEED_REAL_TIME();
    check(10);
    return 0;
}
