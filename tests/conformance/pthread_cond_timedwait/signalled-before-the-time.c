/* SPDX-License-Identifier: MIT */
/*
 * A signal before the time ends the wait with 0.
 */
#include "conditions.h"

int main(void)
{
    wait_call ways[] = {timedwait, timedwait};

    mutex_make(&mutex, mutex_sort(0));
    for (int i = 0; i < 20; i++) {
        struct waiter waiter;

        block_waiters(&waiter, 1, ways);
        give_tokens(1, pthread_cond_signal, i % 2);
        finish_waiters(&waiter, 1);
    }
    return 0;
}
