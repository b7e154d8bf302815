/* SPDX-License-Identifier: MIT */
/*
 * In the child of a fork nobody waits for a condition for which threads of the parent waited,
 * whatever their priority: it can be destroyed, at once, and be made anew; so can the mutex that
 * they waited with. In the parent they still wait.
 */
#include "cond_waiter.h"
#include "forks.h"

static void destroy(void)
{
    CHECK_EQ(pthread_cond_destroy(&cond), 0);
    CHECK_EQ(pthread_cond_init(&cond, NULL), 0);
    CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    CHECK_EQ(pthread_mutex_init(&mutex, NULL), 0);

    struct waiter waiter;

    cond_waiter_block(&waiter, 0);
    signal_one();
    CHECK_EQ(waiter_result(&waiter), 0);
    CHECK_EQ(pthread_cond_destroy(&cond), 0);
    CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
}

static void check(int priority)
{
    struct waiter waiter[3];

    for (int i = 0; i < 3; i++)
        cond_waiter_block(&waiter[i], i == 1 ? priority : 0);
    in_children(destroy);
    CHECK_EQ(pthread_cond_destroy(&cond), EBUSY);
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
    CHECK_EQ(pthread_cond_destroy(&cond), 0);
    return 0;
}
