/* SPDX-License-Identifier: MIT */
/*
 * The signal is queued to that thread, with the value and as SI_QUEUE from this process; more than
 * one of a real-time signal stay, in their order.
 */
#include "test.h"

enum { N = 10, SIG = 40 };
static struct gate up, go;
static int seen;
static pthread_t target;

static void handler(int sig, siginfo_t *info, void *context)
{
    (void)context;
    CHECK_EQ(sig, SIG);
    CHECK_EQ(info->si_code, -1 /* SI_QUEUE */);
    CHECK_EQ(info->si_value.sival_int, seen);
    CHECK_EQ(info->si_pid, test_getpid());
    CHECK(pthread_equal(pthread_self(), target));
    STORE(&seen, seen + 1);
}

static void *routine(void *arg)
{
    sigset_t mask;

    CHECK_EQ(sigemptyset(&mask), 0);
    CHECK_EQ(sigaddset(&mask, SIG), 0);
    CHECK_EQ(pthread_sigmask(SIG_BLOCK, &mask, NULL), 0);
    gate_open(&up);
    gate_wait(&go);
    CHECK_EQ(LOAD(&seen), 0);
    CHECK_EQ(pthread_sigmask(SIG_UNBLOCK, &mask, NULL), 0);
    CHECK_EQ(LOAD(&seen), N);
    return arg;
}

int main(void)
{
    struct sigaction action = {.sa_flags = SA_SIGINFO};

    action.sa_sigaction = handler;
    CHECK_EQ(sigaction(SIG, &action, NULL), 0);
    target = test_start(routine, NULL);
    gate_wait(&up);
    for (int i = 0; i < N; i++)
        CHECK_EQ(pthread_sigqueue(target, SIG, (union sigval){.sival_int = i}), 0);
    gate_open(&go);
    test_finish(target);
    return 0;
}
