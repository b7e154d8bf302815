/* SPDX-License-Identifier: MIT */
/*
 * A signal before the time ends the wait with 0.
 */
#include "conditions.h"

static int timedwait(int ms)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, ms);

    return pthread_cond_timedwait(&cond, &mutex, &end);
}

int main(void)
{
    wait_call way = timedwait;

    mutex_make(&mutex, mutex_sort(0));
    for (int i = 0; i < 20; i++) {
        struct waiter waiter;

        waiter_block(&waiter, take_token, &way);
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        tokens = 1;
        CHECK_EQ(pthread_cond_signal(&cond), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(waiter_result(&waiter), 0);
    }
    return 0;
}
