/* SPDX-License-Identifier: MIT */
/*
 * -1 if a signal interrupts the sleep, with what is left of the time in the second argument, which
 * may be the same object; another negative number for a time that is none.
 */
#include "test.h"

#include <threads.h>

static int up;

static void handler(int sig)
{
    (void)sig;
}

static int sleeper(void *arg)
{
    struct timespec time = {.tv_sec = 1000, .tv_nsec = 0}, left = {0, 0};
    struct timespec *where = arg ? &left : &time;

    sigset_t wanted;

    /* C11 does not say which signals a new thread has blocked. */
    CHECK_EQ(sigemptyset(&wanted), 0);
    CHECK_EQ(sigaddset(&wanted, SIGUSR1), 0);
    CHECK_EQ(pthread_sigmask(SIG_UNBLOCK, &wanted, NULL), 0);
    STORE(&up, 1);
    CHECK_EQ(thrd_sleep(&time, where), -1);
    CHECK(where->tv_sec <= 1000 && where->tv_sec > 500);
    CHECK(where->tv_nsec >= 0 && where->tv_nsec < 1000000000);
    STORE(&up, 2);
    return 0;
}

int main(void)
{
    struct sigaction action = {.sa_handler = handler};
    struct timespec bad = {.tv_sec = 0, .tv_nsec = -1};

    CHECK_EQ(sigaction(SIGUSR1, &action, NULL), 0);
    for (int i = 0; i < 2; i++) {
        thrd_t thread;

        STORE(&up, 0);
        CHECK_EQ(thrd_create(&thread, sleeper, i ? &up : NULL), thrd_success);
        WAIT_UNTIL(LOAD(&up) == 1);
        /* It may not be asleep yet: until it says so. */
        WAIT_UNTIL((pthread_kill((pthread_t)thread, SIGUSR1), test_nap(), LOAD(&up) == 2));
        CHECK_EQ(thrd_join(thread, NULL), thrd_success);
    }
    CHECK(thrd_sleep(&bad, NULL) < -1);
    return 0;
}
