/* SPDX-License-Identifier: MIT */
/*
 * A thread that waits for the lock, to read or to write, runs the handler of a signal and goes on
 * waiting; never EINTR.
 */
#include "rwlocks.h"

static struct gate handled;

static void handler(int sig)
{
    (void)sig;
    gate_open(&handled);
}

int main(void)
{
    static int (*const calls[])(void *) = {rdlock_once, wrlock_once};
    struct sigaction action = {.sa_handler = handler};

    CHECK_EQ(sigaction(SIGUSR1, &action, NULL), 0);
    for (int i = 0; i < 2; i++) {
        pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
        struct waiter waiter;

        CHECK_EQ(pthread_rwlock_wrlock(&lock), 0);
        waiter_block(&waiter, calls[i], &lock);
        for (int k = 1; k <= 3; k++) {
            CHECK_EQ(pthread_kill(waiter.thread, SIGUSR1), 0);
            gate_wait_for(&handled, 3 * i + k);
            waiter_until_blocked(&waiter);
        }
        CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
        CHECK_EQ(waiter_result(&waiter), 0);
    }
    return 0;
}
