/* SPDX-License-Identifier: MIT */
/*
 * Blocking all signals does not stop the implementation from working: a thread with everything
 * blocked can still be cancelled and joined.
 */
#include "test.h"

static struct gate up;
static pid_t tid;

static void *routine(void *arg)
{
    pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
    pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
    sigset_t set;

    sigfillset(&set);
    CHECK_EQ(pthread_sigmask(SIG_SETMASK, &set, NULL), 0);
    STORE(&tid, test_gettid());
    gate_open(&up);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    for (;;)
        CHECK_EQ(pthread_cond_wait(&cond, &mutex), 0);
    return arg;
}

int main(void)
{
    pthread_t thread = test_start(routine, NULL);

    gate_wait(&up);
    wait_until_blocked(tid);
    CHECK_EQ(pthread_cancel(thread), 0);
    CHECK(test_finish(thread) == PTHREAD_CANCELED);
    return 0;
}
