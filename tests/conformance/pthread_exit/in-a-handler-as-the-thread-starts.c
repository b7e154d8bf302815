/* SPDX-License-Identifier: MIT */
/*
 * A signal that is sent to a thread as soon as that has been created may be handled before the start
 * routine is called. From the handler, too, the calling thread shall end, by pthread_exit or as it is
 * cancelled, and its value shall be there for pthread_join.
 */
#include "test.h"

#include <signal.h>

enum { ROUNDS = 300 };

static int cancelled;

static void handler(int sig UNUSED)
{
    while (LOAD(&cancelled)) {
        pthread_testcancel();
        sched_yield();
    }
    pthread_exit((void *)3);
}

static void *routine(void *arg)
{
    for (;;)
        test_nap();
    return arg;
}

int main(void)
{
    struct sigaction action = {.sa_handler = handler};

    CHECK_EQ(sigaction(SIGUSR1, &action, NULL), 0);
    for (int i = 0; i < ROUNDS; i++) {
        pthread_t thread;

        STORE(&cancelled, i % 2);
        thread = test_start(routine, NULL);
        CHECK_EQ(pthread_kill(thread, SIGUSR1), 0);
        if (i % 2)
            CHECK_EQ(pthread_cancel(thread), 0);
        CHECK_EQ(test_finish(thread), i % 2 ? PTHREAD_CANCELED : (void *)3);
    }
    return 0;
}
