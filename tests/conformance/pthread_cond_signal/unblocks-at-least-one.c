/* SPDX-License-Identifier: MIT */
/*
 * pthread_cond_signal shall unblock at least one of the threads blocked on the condition variable:
 * with N waiting, N signals let all of them through, one token each; with the mutex held, and
 * without.
 */
#include "conditions.h"

enum { N = 8 };

int main(void)
{
    wait_call ways[] = {plain_wait, plain_wait};

    mutex_make(&mutex, mutex_sort(0));
    for (int round = 0; round < 10; round++) {
        struct waiter waiter[N];

        block_waiters(waiter, N, ways);
        for (int i = 1; i <= N; i++) {
            give_tokens(1, pthread_cond_signal, round % 2);
            WAIT_UNTIL(waiters_back(waiter, N) == i);
        }
        finish_waiters(waiter, N);
    }
    return 0;
}
