/* SPDX-License-Identifier: MIT */
/*
 * pthread_cond_broadcast shall unblock all threads blocked on the condition variable; also where
 * all run on one CPU, whatever the sort of the mutex, and if some of them have a time.
 */
#include "conditions.h"

int main(void)
{
    wait_call ways[] = {plain_wait, timedwait};
    cpu_set_t cpus, one;
    int cpu = 0;

    CHECK_EQ(sched_getaffinity(0, sizeof cpus, &cpus), 0);
    while (!CPU_ISSET(cpu, &cpus))
        cpu++;
    CPU_ZERO(&one);
    CPU_SET(cpu, &one);
    CHECK_EQ(sched_setaffinity(0, sizeof one, &one), 0); /* before the first thread is created */

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
