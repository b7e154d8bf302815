/* SPDX-License-Identifier: MIT */
/*
 * pthread_cond_broadcast shall unblock all threads blocked on the condition variable; also where
 * all run on one CPU, whatever the sort of the mutex, and if some of them have a time.
 */
#include "conditions.h"
#include "one-cpu.h"

int main(int argc, char **argv)
{
    wait_call ways[] = {plain_wait, timedwait};

    (void)argc;
    test_stay_on_one_cpu(argv);

    for (int i = 0; i < MUTEX_SORTS; i++) {
        enum { N = 8 };
        struct waiter waiter[N];

        mutex_make(&mutex, mutex_sort(i));
        for (int round = 0; round < 4; round++) {
            block_waiters(waiter, N, ways);
            give_tokens(N, pthread_cond_broadcast, round % 2);
            finish_waiters(waiter, N);
        }
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
    return 0;
}
