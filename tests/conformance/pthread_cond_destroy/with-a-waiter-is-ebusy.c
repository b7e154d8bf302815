/* SPDX-License-Identifier: MIT */
/*
 * EBUSY while a thread waits for the condition (POSIX: may fail), whatever its priority; it stays
 * usable.
 */
#include "cond_waiter.h"
#include "pthin-alone.h"

static void check(int priority)
{
    struct waiter waiter;

    cond_waiter_block(&waiter, priority);
    CHECK_EQ(pthread_cond_destroy(&cond), EBUSY);
    CHECK_EQ(pthread_cond_signal(&cond), 0);
    CHECK_EQ(waiter_result(&waiter), 0);
}

int main(void)
{
    check(0);
    NEED_REAL_TIME();
    check(10);
    CHECK_EQ(pthread_cond_destroy(&cond), 0);
    return 0;
}
