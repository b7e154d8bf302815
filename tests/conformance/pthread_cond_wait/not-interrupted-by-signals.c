/* SPDX-License-Identifier: MIT */
/*
 * A signal handler runs in a waiting thread; the wait goes on or returns 0 as a spurious wake-up,
 * and never EINTR.
 */
#include "test.h"

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static struct gate handled;
static pid_t tid;
static int ready;

static void handler(int sig)
{
    (void)sig;
    gate_open(&handled);
}

static void *waiter(void *arg)
{
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    STORE(&tid, test_gettid());
    while (!ready)
        CHECK_EQ(pthread_cond_wait(&cond, &mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return arg;
}

int main(void)
{
    struct sigaction action = {.sa_handler = handler};
    pthread_t thread;

    CHECK_EQ(sigaction(SIGUSR1, &action, NULL), 0);
    thread = test_start(waiter, NULL);
    WAIT_UNTIL(LOAD(&tid) != 0);
    for (int i = 1; i <= 5; i++) {
        wait_until_blocked(tid);
        CHECK_EQ(pthread_kill(thread, SIGUSR1), 0);
        gate_wait_for(&handled, i);
    }
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    ready = 1;
    CHECK_EQ(pthread_cond_signal(&cond), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    test_finish(thread);
    return 0;
}
