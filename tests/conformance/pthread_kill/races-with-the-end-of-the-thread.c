/* SPDX-License-Identifier: MIT */
/*
 * pthread_kill to a thread that is just ending sends the signal to that thread or to nobody: no
 * other thread gets it, and the thread can be joined.
 */
#include "test.h"

enum { ROUNDS = 500 };
static int handled, main_handled;
static pthread_t main_thread;
static struct gate go[ROUNDS];

static void handler(int sig)
{
    (void)sig;
    if (pthread_equal(pthread_self(), main_thread))
        ADD(&main_handled, 1);
    ADD(&handled, 1);
}

static void *routine(void *arg)
{
    gate_wait((struct gate *)arg);
    return arg;
}

int main(void)
{
    struct sigaction action = {.sa_handler = handler};

    main_thread = pthread_self();
    CHECK_EQ(sigaction(SIGUSR1, &action, NULL), 0);
    for (int i = 0; i < ROUNDS; i++) {
        pthread_t thread = test_start(routine, &go[i]);
        int error;

        gate_open(&go[i]);
        for (volatile int spin = 0; spin < i * 20; spin++)
            ;
        error = pthread_kill(thread, SIGUSR1);
        CHECK(error == 0 || error == ESRCH);
        CHECK_EQ(test_finish(thread), &go[i]);
    }
    CHECK_EQ(LOAD(&main_handled), 0);
    CHECK(LOAD(&handled) <= ROUNDS);
    return 0;
}
