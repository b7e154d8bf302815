/* SPDX-License-Identifier: MIT */
/*
 * pthread_join shall not return EINTR: a signal handler runs, and the wait goes on.
 */
#include "test.h"

static struct gate up, go, handled;
static pthread_t main_thread;
static pid_t main_tid;

static void handler(int sig)
{
    (void)sig;
    gate_open(&handled);
}

static void *target(void *arg)
{
    gate_open(&up);
    gate_wait(&go);
    return arg;
}

static void *pest(void *arg)
{
    (void)arg;
    for (int i = 1; i <= 5; i++) {
        wait_until_blocked(main_tid);
        CHECK_EQ(pthread_kill(main_thread, SIGUSR1), 0);
        gate_wait_for(&handled, i);
    }
    wait_until_blocked(main_tid);
    gate_open(&go);
    return NULL;
}

int main(void)
{
    struct sigaction action = {.sa_handler = handler};
    pthread_t one, two;

    CHECK_EQ(sigaction(SIGUSR1, &action, NULL), 0);
    main_thread = pthread_self();
    main_tid = test_gettid();
    one = test_start(target, (void *)6);
    gate_wait(&up);
    two = test_start(pest, NULL);
    CHECK_EQ(test_finish(one), 6);
    CHECK_EQ(LOAD(&handled.count), 5);
    test_finish(two);
    return 0;
}
