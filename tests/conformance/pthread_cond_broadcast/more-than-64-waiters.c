/* SPDX-License-Identifier: MIT */
/*
 * A broadcast and single signals reach everyone among 100 waiting threads.
 */
#include "conditions.h"

enum { N = 100 };

int main(void)
{
    wait_call ways[] = {plain_wait, plain_wait};
    static struct waiter waiter[N];

    mutex_make(&mutex, mutex_sort(0));
    block_waiters(waiter, N, ways);
    for (int i = 0; i < N / 2; i++)
        give_tokens(1, pthread_cond_signal, 0);
    WAIT_UNTIL(waiters_back(waiter, N) == N / 2);
    give_tokens(N - N / 2, pthread_cond_broadcast, 0);
    finish_waiters(waiter, N);
    return 0;
}
