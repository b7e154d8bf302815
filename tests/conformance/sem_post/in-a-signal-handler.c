/* SPDX-License-Identifier: MIT */
/*
 * sem_post is async-signal-safe: a handler may post the semaphore on which the thread that it
 * interrupts waits, or which that thread is posting.
 */
#include "shared.h"

enum { N = 2000 };
static sem_t sem;
static int handled;

static void handler(int sig)
{
    int before = errno;

    (void)sig;
    CHECK_EQ(sem_post(&sem), 0);
    CHECK_EQ(errno, before);
    ADD(&handled, 1);
}

static void *waiter(void *arg)
{
    for (int i = 0; i < N; i++) {
        CHECK_EQ(sem_wait(&sem), 0);
        CHECK_EQ(sem_post(&sem), 0);
        CHECK_EQ(sem_wait(&sem), 0);
    }
    return arg;
}

int main(void)
{
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
    pthread_t thread;

    CHECK_EQ(sigaction(SIGUSR1, &action, NULL), 0);
    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    thread = test_start(waiter, NULL);
    for (int i = 1; i <= N; i++) {
        CHECK_EQ(pthread_kill(thread, SIGUSR1), 0);
        WAIT_UNTIL(LOAD(&handled) == i);
    }
    test_finish(thread);
    CHECK_EQ(test_value(&sem), 0);
    return 0;
}
