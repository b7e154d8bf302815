/* SPDX-License-Identifier: MIT */
/*
 * The calling thread blocks until the required number of threads have called it; a signal handler
 * may run meanwhile, and the wait goes on.
 */
#include "waiter.h"

static struct gate handled;

static void handler(int sig)
{
    (void)sig;
    gate_open(&handled);
}

static int call_wait(void *barrier)
{
    return pthread_barrier_wait(barrier);
}

int main(void)
{
    struct sigaction action = {.sa_handler = handler};
    pthread_barrier_t barrier;
    struct waiter waiter;
    int mine;

    CHECK_EQ(sigaction(SIGUSR1, &action, NULL), 0);
    CHECK_EQ(pthread_barrier_init(&barrier, NULL, 2), 0);
    waiter_block(&waiter, call_wait, &barrier);
    for (int i = 1; i <= 3; i++) {
        CHECK_EQ(pthread_kill(waiter.thread, SIGUSR1), 0);
        gate_wait_for(&handled, i);
        waiter_until_blocked(&waiter);
    }
    mine = pthread_barrier_wait(&barrier);
    CHECK_EQ(mine + waiter_result(&waiter), PTHREAD_BARRIER_SERIAL_THREAD);
    CHECK_EQ(pthread_barrier_destroy(&barrier), 0);
    return 0;
}
