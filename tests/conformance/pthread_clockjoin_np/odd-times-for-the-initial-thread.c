/* SPDX-License-Identifier: MIT */
/*
 * The initial thread is joined like others: EINVAL for nanoseconds that are no time and for other
 * clocks, ETIMEDOUT at once for all that is past; and however far away the time is, its end is waited
 * for.
 */
#include "pthin-alone.h"

static pthread_t initial;
static struct gate done;
static pid_t joiner;

static int join(clockid_t clock, int64_t seconds, long nanoseconds)
{
    struct timespec at = {.tv_sec = (time_t)seconds, .tv_nsec = nanoseconds};

    return pthread_clockjoin_np(initial, NULL, clock, &at);
}

static void *odd(void *arg)
{
    static const clockid_t clocks[] = {CLOCK_REALTIME, CLOCK_MONOTONIC};

    for (int i = 0; i < 2; i++) {
        CHECK_EQ(join(clocks[i], 1, -1), EINVAL);
        CHECK_EQ(join(clocks[i], INT64_MAX, 1000000000), EINVAL);
        CHECK_EQ(join(clocks[i], 0, 0), ETIMEDOUT);
        CHECK_EQ(join(clocks[i], -1, 0), ETIMEDOUT);
        CHECK_EQ(join(clocks[i], INT64_MIN, 0), ETIMEDOUT);
    }
    CHECK_EQ(join(CLOCK_PROCESS_CPUTIME_ID, 1, 0), EINVAL);
    gate_open(&done);
    return arg;
}

static void *far_away(void *arg)
{
    (void)arg;
    STORE(&joiner, test_gettid());
    CHECK_EQ(join(CLOCK_MONOTONIC, INT64_MAX, 999999999), 0);
    test_exit(0);
}

int main(void)
{
    pthin_thread *thread;

    initial = pthread_self();
    thread = alone_start(odd, NULL);
    gate_wait(&done);
    alone_finish(thread);
    alone_start(far_away, NULL);
    WAIT_UNTIL(LOAD(&joiner) != 0);
    wait_until_blocked(joiner);
    pthread_exit(NULL);
}
