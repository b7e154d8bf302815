/* SPDX-License-Identifier: MIT */
/*
 * A signal unblocks a thread that is blocked when it is sent, whatever the priority of those that
 * come to wait before that thread has noticed.
 */
#include "cond_waiter.h"

int main(void)
{
    static const int first_priority[] = {10, 0};
    struct waiter first, second;

    NEED_REAL_TIME();
    for (int i = 0; i < 40; i++) {
        cond_waiter_block(&first, first_priority[i % 2]);
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        cond_waiter_block(&second, 20); /* for the mutex, which it may get before the first */
        CHECK_EQ(pthread_cond_signal(&cond), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(waiter_result(&first), 0);
        waiter_until_blocked(&second);
        signal_one();
        CHECK_EQ(waiter_result(&second), 0);
    }
    return 0;
}
