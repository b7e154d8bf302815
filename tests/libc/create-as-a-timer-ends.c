/* SPDX-License-Identifier: MIT */
/*
 * A process creates its first thread at the moment in which a thread of the libc's own ends, the one
 * behind a timer with SIGEV_THREAD that has just been deleted: that takes no longer than it does
 * otherwise.
 */
#include "test.h"

#include <sys/wait.h>

/* For each process, far more than it needs. */
enum { PROCESSES = 60, SECONDS_MOST = 10 };

static int ticks;

static void tick(union sigval value)
{
    (void)value;
    ADD(&ticks, 1);
}

static void *routine(void *arg)
{
    return arg;
}

static void process(void)
{
    struct itimerspec often = {{0, 2000000}, {0, 2000000}};
    struct sigevent event;
    struct timespec begin, end;
    timer_t timer;

    memset(&event, 0, sizeof event);
    event.sigev_notify = SIGEV_THREAD;
    event.sigev_notify_function = tick;
    CHECK_EQ(timer_create(CLOCK_MONOTONIC, &event, &timer), 0);
    CHECK_EQ(timer_settime(timer, 0, &often, NULL), 0);
    WAIT_UNTIL(LOAD(&ticks) >= 2);
    CHECK_EQ(clock_gettime(CLOCK_MONOTONIC, &begin), 0);
    CHECK_EQ(timer_delete(timer), 0);
    test_finish(test_start(routine, NULL));
    CHECK_EQ(clock_gettime(CLOCK_MONOTONIC, &end), 0);
    CHECK(end.tv_sec - begin.tv_sec < SECONDS_MOST);
    exit(0);
}

int main(void)
{
    for (int i = 0; i < PROCESSES; i++) {
        int status;
        pid_t pid = fork();

        CHECK(pid >= 0);
        if (pid == 0)
            process();
        CHECK_EQ(waitpid(pid, &status, 0), pid);
        CHECK_EQ(status, 0);
    }
    return 0;
}
