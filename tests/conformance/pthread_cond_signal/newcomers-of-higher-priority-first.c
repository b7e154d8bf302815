/* SPDX-License-Identifier: MIT */
/*
 * The highest of all threads that are blocked is unblocked, also where it came after a signal for
 * which others had waited with the one that is next.
 */
#include "cond_waiter.h"

/* Of the two. */
static void check_that_it_is(struct waiter *highest, struct waiter *other)
{
    signal_one();
    WAIT_UNTIL(LOAD(&highest->returned) || LOAD(&other->returned));
    CHECK_EQ(LOAD(&other->returned), 0);
    CHECK_EQ(waiter_result(highest), 0);
}

int main(void)
{
    struct waiter first, second, third;

    NEED_REAL_TIME();
    cond_waiter_block(&first, 20);
    cond_waiter_block(&second, 10);
    check_that_it_is(&first, &second);
    cond_waiter_block(&third, 30);
    check_that_it_is(&third, &second);
    CHECK_EQ(pthread_cond_signal(&cond), 0);
    CHECK_EQ(waiter_result(&second), 0);
    return 0;
}
