/* SPDX-License-Identifier: MIT */
/*
 * The clock of a thread counts the CPU time of that thread: it grows while the thread computes, and
 * stays behind the process's.
 */
#include "test.h"

static struct gate up, go, done, end;
static volatile long counter;

static void *routine(void *arg)
{
    gate_open(&up);
    gate_wait(&go);
    for (int i = 0; i < 3000000; i++)
        counter++;
    gate_open(&done);
    gate_wait(&end);
    return arg;
}

int main(void)
{
    pthread_t thread = test_start(routine, NULL);
    long long before, after;
    clockid_t clock, own;

    gate_wait(&up);
    CHECK_EQ(pthread_getcpuclockid(thread, &clock), 0);
    CHECK_EQ(pthread_getcpuclockid(pthread_self(), &own), 0);
    before = test_now_ns(clock);
    CHECK(before > 0);
    gate_open(&go);
    gate_wait(&done);
    after = test_now_ns(clock);
    CHECK(after > before);
    CHECK(after <= test_now_ns(2 /* CLOCK_PROCESS_CPUTIME_ID */));
    CHECK(test_now_ns(own) > 0);
    gate_open(&end);
    test_finish(thread);
    return 0;
}
