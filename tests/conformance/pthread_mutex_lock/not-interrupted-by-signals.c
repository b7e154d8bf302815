/* SPDX-License-Identifier: MIT */
/*
 * If a signal is delivered to a thread waiting for a mutex, it resumes waiting after the handler as
 * if it was not interrupted; mutex functions shall not return EINTR.
 */
#include "test.h"

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static struct gate handled;
static pid_t tid;

static void handler(int sig)
{
    (void)sig;
    gate_open(&handled);
}

static void *routine(void *arg)
{
    STORE(&tid, test_gettid());
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(LOAD(&handled.count), 5);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return arg;
}

int main(void)
{
    struct sigaction action = {.sa_handler = handler};
    pthread_t thread;

    CHECK_EQ(sigaction(SIGUSR1, &action, NULL), 0);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    thread = test_start(routine, NULL);
    WAIT_UNTIL(LOAD(&tid) != 0);
    for (int i = 1; i <= 5; i++) {
        wait_until_blocked(tid);
        CHECK_EQ(pthread_kill(thread, SIGUSR1), 0);
        gate_wait_for(&handled, i);
    }
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    test_finish(thread);
    return 0;
}
