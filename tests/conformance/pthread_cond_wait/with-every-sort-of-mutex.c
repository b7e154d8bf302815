/* SPDX-License-Identifier: MIT */
/*
 * Whatever the sort of the mutex, it is released while a thread waits and is the caller's again
 * afterwards: after signal, broadcast and timeout. EPERM, and no wait, if an error-checking or
 * robust one is not the caller's.
 */
#include "conditions.h"

static int plain_wait(int ms)
{
    (void)ms;
    return pthread_cond_wait(&cond, &mutex);
}

static int timedwait(int ms)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, ms);

    return pthread_cond_timedwait(&cond, &mutex, &end);
}

int main(void)
{
    wait_call ways[] = {plain_wait, timedwait};

    check_every_sort_of_mutex(ways);
    return 0;
}
