/* SPDX-License-Identifier: MIT */
/*
 * A signal for a thread that blocks it stays pending for that thread, and comes when it is
 * unblocked.
 */
#include "test.h"

static struct gate up, go;
static int handled;
static pthread_t where;

static void handler(int sig)
{
    (void)sig;
    where = pthread_self();
    ADD(&handled, 1);
}

static void *routine(void *arg)
{
    sigset_t set;

    (void)arg;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    CHECK_EQ(pthread_sigmask(SIG_BLOCK, &set, NULL), 0);
    gate_open(&up);
    gate_wait(&go);
    CHECK_EQ(LOAD(&handled), 0);
    CHECK_EQ(pthread_sigmask(SIG_UNBLOCK, &set, NULL), 0);
    CHECK_EQ(LOAD(&handled), 1);
    CHECK(pthread_equal(where, pthread_self()));
    return NULL;
}

int main(void)
{
    struct sigaction action = {.sa_handler = handler};
    pthread_t thread;

    CHECK_EQ(sigaction(SIGUSR1, &action, NULL), 0);
    thread = test_start(routine, NULL);
    gate_wait(&up);
    CHECK_EQ(pthread_kill(thread, SIGUSR1), 0);
    gate_open(&go);
    test_finish(thread);
    CHECK_EQ(LOAD(&handled), 1);
    return 0;
}
