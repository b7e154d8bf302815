/* SPDX-License-Identifier: MIT */
/* Names no thread function; timer_create brings in the libc's uses of them. */
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static volatile int fired;

static void notify(union sigval value)
{
    fired = value.sival_int;
}

int main(void)
{
    struct itimerspec soon = {.it_value = {0, 1000000}};
    struct sigevent event;
    timer_t timer;

    memset(&event, 0, sizeof event);
    event.sigev_notify = SIGEV_THREAD;
    event.sigev_notify_function = notify;
    event.sigev_value.sival_int = 1;
    if (timer_create(CLOCK_MONOTONIC, &event, &timer) || timer_settime(timer, 0, &soon, NULL))
        return 1;
    for (int i = 0; i < 5000 && !fired; i++)
        usleep(10000);
    return !fired;
}
