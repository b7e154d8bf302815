/* SPDX-License-Identifier: MIT */
/* pthin_sigaction: handlers get all arguments and return; the mask, the flags, the errors;
 * and they interrupt what they should. */
#include <pthin/signal.h>
#include <semaphore.h>

#include "test.h"

#define BIT(signal) ((pthin_sigset)1 << ((signal)-1))

/* The compiler may think that raise does not come back here. */
static volatile int depth, deepest, handled;

static void handler(int signal, siginfo_t *info, void *context)
{
    CHECK_EQ(info->si_signo, signal);
    CHECK_EQ(info->si_pid, test_getpid());
    CHECK(context != NULL);
    depth++;
    if (depth > deepest)
        deepest = depth;
    if (signal == SIGUSR1)
        CHECK_EQ(raise(SIGUSR2), 0);
    depth--;
    handled++;
}

/* How deep the handlers of SIGUSR1 and of SIGUSR2, raised in it, were nested. */
static int nesting(pthin_sigset mask)
{
    struct pthin_sigaction action = {.handler = handler, .mask = mask};

    handled = deepest = 0;
    CHECK_EQ(pthin_sigaction(SIGUSR1, &action, NULL), 0);
    CHECK_EQ(pthin_sigaction(SIGUSR2, &action, NULL), 0);
    CHECK_EQ(raise(SIGUSR1), 0);
    CHECK_EQ(handled, 2);
    return deepest;
}

static void *signal_the_first(void *thread)
{
    wait_until_blocked(test_getpid());
    CHECK_EQ(pthread_kill(*(pthread_t *)thread, SIGUSR2), 0);
    return NULL;
}

/* A handler without PTHIN_SA_RESTART interrupts a wait with a time, however it was installed. */
static void interrupts_waits(void)
{
    struct pthin_sigaction action = {.handler = handler};
    struct timespec end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);
    sem_t sem;
    pthread_t self = pthread_self(), other;

    CHECK_EQ(pthin_sigaction(SIGUSR2, &action, NULL), 0);
    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    other = test_start(signal_the_first, &self);
    CHECK_EQ(sem_timedwait(&sem, &end), -1);
    CHECK_EQ(errno, EINTR);
    test_finish(other);
}

int main(void)
{
    struct pthin_sigaction action = {.handler = PTHIN_SIG_IGN}, old;

    interrupts_waits();
    CHECK_EQ(nesting(0), 2);
    CHECK_EQ(nesting(BIT(SIGUSR2)), 1);

    CHECK_EQ(pthin_sigaction(SIGUSR1, &action, &old), 0);
    CHECK(old.handler == handler);
    CHECK_EQ(old.mask, BIT(SIGUSR2));
    CHECK_EQ(old.flags, 0);
    CHECK_EQ(raise(SIGUSR1), 0); /* ignored */

    action.handler = handler;
    action.flags = PTHIN_SA_RESETHAND | PTHIN_SA_NODEFER | PTHIN_SA_RESTART;
    handled = 0;
    CHECK_EQ(pthin_sigaction(SIGUSR2, &action, NULL), 0);
    CHECK_EQ(pthin_sigaction(SIGUSR2, NULL, &old), 0);
    CHECK_EQ(old.flags, action.flags);
    CHECK_EQ(raise(SIGUSR2), 0);
    CHECK_EQ(handled, 1);
    CHECK_EQ(pthin_sigaction(SIGUSR2, NULL, &old), 0);
    CHECK(old.handler == PTHIN_SIG_DFL);

    CHECK_EQ(pthin_sigaction(0, NULL, NULL), EINVAL);
    CHECK_EQ(pthin_sigaction(65, NULL, NULL), EINVAL);
    CHECK_EQ(pthin_sigaction(33, NULL, NULL), EINVAL);
    CHECK_EQ(pthin_sigaction(SIGKILL, &action, NULL), EINVAL);
    return 0;
}
