/* SPDX-License-Identifier: MIT */
/*
 * raise in a thread sends the signal to that thread and returns after its handler; abort in a
 * thread ends the process with SIGABRT even if it is blocked or handled.
 */
#include "test.h"

static pthread_t where;
static volatile sig_atomic_t handled;

static void handler(int sig)
{
    (void)sig;
    where = pthread_self();
    handled = 1;
}

static void *raiser(void *arg)
{
    for (int i = 0; i < 10; i++) {
        handled = 0;
        CHECK_EQ(raise(SIGUSR1), 0);
        CHECK_EQ(handled, 1);
        CHECK(pthread_equal(where, pthread_self()));
    }
    return arg;
}

static void *aborter(void *arg)
{
    sigset_t set;

    (void)arg;
    sigfillset(&set);
    CHECK_EQ(pthread_sigmask(SIG_SETMASK, &set, NULL), 0);
    abort();
}

int main(int argc, char **argv)
{
    struct sigaction action = {.sa_handler = handler};
    struct test_result child;

    (void)argv;
    CHECK_EQ(sigaction(SIGUSR1, &action, NULL), 0);
    if (argc > 1) {
        CHECK_EQ(sigaction(SIGABRT, &action, NULL), 0);
        test_finish(test_start(aborter, NULL));
        return 3;
    }
    raiser(NULL);
    for (int i = 0; i < 3; i++)
        test_finish(test_start(raiser, NULL));
    child = test_run("child");
    CHECK_EQ(child.signal, SIGABRT);
    return 0;
}
