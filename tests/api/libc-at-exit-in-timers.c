/* SPDX-License-Identifier: MIT */
/*
 * pthin_thread_at_exit where threads are the libc's, or used again by it: each notification of a
 * timer with SIGEV_THREAD has functions of its own, also those that key destructors register.
 */
#include <pthin/thread.h>

#include "test.h"

static pthread_key_t key;
static int notified, first, second;

static void count(void *counter)
{
    ADD((int *)counter, 1);
}

static void destroy(void *value)
{
    CHECK_EQ(pthin_thread_at_exit(count, value), 0);
}

static void notify(union sigval value)
{
    (void)value;
    CHECK_EQ(pthread_setspecific(key, &second), 0);
    CHECK_EQ(pthin_thread_at_exit(count, &first), 0);
    ADD(&notified, 1);
}

int main(void)
{
    struct itimerspec often = {.it_value = {0, 1000000}, .it_interval = {0, 1000000}};
    struct itimerspec never = {0};
    struct sigevent event = {.sigev_notify = SIGEV_THREAD, .sigev_notify_function = notify};
    timer_t timer;

    CHECK_EQ(pthread_key_create(&key, destroy), 0);
    CHECK_EQ(timer_create(CLOCK_MONOTONIC, &event, &timer), 0);
    CHECK_EQ(timer_settime(timer, 0, &often, NULL), 0);
    WAIT_UNTIL(LOAD(&notified) >= 10);
    CHECK_EQ(timer_settime(timer, 0, &never, NULL), 0);
    WAIT_UNTIL(LOAD(&first) == LOAD(&notified));
    WAIT_UNTIL(LOAD(&second) == LOAD(&notified));
    CHECK_EQ(timer_delete(timer), 0);
    return 0;
}
