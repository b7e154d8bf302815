/* SPDX-License-Identifier: MIT */
/*
 * The mask holds from the thread's first instruction: a signal that is sent to it at once stays
 * pending until the thread unblocks it.
 */
#include "test.h"

static int unblocked, handled;

static void handler(int sig)
{
    (void)sig;
    CHECK_EQ(LOAD(&unblocked), 1);
    ADD(&handled, 1);
}

static struct gate sent;

static void *routine(void *arg)
{
    sigset_t mask;

    gate_wait_for(&sent, *(int *)arg);
    CHECK_EQ(sigemptyset(&mask), 0);
    STORE(&unblocked, 1);
    CHECK_EQ(pthread_sigmask(SIG_SETMASK, &mask, NULL), 0);
    return NULL;
}

int main(void)
{
    struct sigaction action = {.sa_handler = handler};
    pthread_attr_t attr;
    sigset_t mask;

    CHECK_EQ(sigaction(SIGUSR1, &action, NULL), 0);
    CHECK_EQ(sigfillset(&mask), 0);
    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setsigmask_np(&attr, &mask), 0);
    for (int i = 1; i <= 100; i++) {
        pthread_t thread;

        STORE(&unblocked, 0);
        CHECK_EQ(pthread_create(&thread, &attr, routine, &i), 0);
        CHECK_EQ(pthread_kill(thread, SIGUSR1), 0);
        gate_open(&sent);
        test_finish(thread);
        CHECK_EQ(LOAD(&handled), i);
    }
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
