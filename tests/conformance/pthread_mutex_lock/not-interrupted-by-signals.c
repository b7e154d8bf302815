/* SPDX-License-Identifier: MIT */
/*
 * If a signal is delivered to a thread waiting for a mutex, it resumes waiting after the handler as
 * if it was not interrupted; mutex functions shall not return EINTR. Of every sort.
 */
#include "mutexes.h"

enum { SIGNALS = 3 };
static struct gate handled;

static void handler(int sig)
{
    (void)sig;
    gate_open(&handled);
}

static int lock_once(void *mutex)
{
    return unlock_if_locked(pthread_mutex_lock(mutex), mutex);
}

int main(void)
{
    struct sigaction action = {.sa_handler = handler};

    CHECK_EQ(sigaction(SIGUSR1, &action, NULL), 0);
    for (int i = 0; i < MUTEX_SORTS; i++) {
        struct waiter waiter;
        pthread_mutex_t mutex;

        mutex_make(&mutex, mutex_sort(i));
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        waiter_block(&waiter, lock_once, &mutex);
        for (int k = 1; k <= SIGNALS; k++) {
            CHECK_EQ(pthread_kill(waiter.thread, SIGUSR1), 0);
            gate_wait_for(&handled, SIGNALS * i + k);
            waiter_until_blocked(&waiter);
        }
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(waiter_result(&waiter), 0);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
    return 0;
}
