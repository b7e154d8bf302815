/* SPDX-License-Identifier: MIT */
/*
 * A thread can be cancelled and handle a signal whatever its stack, from PTHREAD_STACK_MIN on: what
 * the kernel saves when it calls a handler, up to 11 KB on some processors, comes on top of what
 * was asked for. (A conformance test it is not: by POSIX the least size is enough for a thread that
 * does nothing, and a libc may count the kernel's part in.)
 */
#include <pthin/signal.h>
#include <semaphore.h>

#include "test.h"

static struct gate ready, handled;
static sem_t never;

static void on_signal(int sig, siginfo_t *info, void *context)
{
    (void)sig, (void)info, (void)context;
    gate_open(&handled);
}

static void *routine(void *arg)
{
    gate_open(&ready);
    while (sem_wait(&never) != 0) /* interrupted by the handler */
        ;
    return arg;
}

int main(void)
{
    struct pthin_sigaction action = {.handler = on_signal};
    int n = 0;

    CHECK_EQ(pthin_sigaction(SIGUSR1, &action, NULL), 0);
    CHECK_EQ(sem_init(&never, 0, 0), 0);
    /* Through all that rounding to pages may add. */
    for (size_t more = 0; more < 2 * TEST_PAGE; more += TEST_PAGE / 64) {
        pthread_attr_t attr;
        pthread_t thread;
        void *result = NULL;

        n++;
        CHECK_EQ(pthread_attr_init(&attr), 0);
        CHECK_EQ(pthread_attr_setstacksize(&attr, (size_t)PTHREAD_STACK_MIN + more), 0);
        CHECK_EQ(pthread_create(&thread, &attr, routine, NULL), 0);
        gate_wait_for(&ready, n);
        CHECK_EQ(pthread_kill(thread, SIGUSR1), 0);
        gate_wait_for(&handled, n);
        CHECK_EQ(pthread_cancel(thread), 0);
        CHECK_EQ(pthread_join(thread, &result), 0);
        CHECK(result == PTHREAD_CANCELED);
    }
    return 0;
}
