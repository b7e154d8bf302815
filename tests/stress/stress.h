/* SPDX-License-Identifier: MIT */
/*
 * Programs that do for a while what threads can do worst to each other, and count whether it comes
 * out right. The argument is how many seconds; 1 without one. A lost wake shows as threads that do
 * not come to their end (after TEST_BOUND_MS), a late access as SIGSEGV: memory of objects is
 * unmapped in the moment when the program may.
 */
#ifndef STRESS_H
#define STRESS_H

#include "test.h"

#define STRESS_THREADS_MOST 16

static long long stress_end;
static int stress_ended;
static void (*stress_body)(int);

static inline int stress_goes_on(void)
{
    return test_now_ns(CLOCK_MONOTONIC) < stress_end;
}

/* A number below n, of a sequence of its own for each seed, which is not 0. */
static inline unsigned stress_random(unsigned *seed, unsigned n)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed % n;
}

/* Soon, or already past: up to `us` microseconds from now. */
static inline struct timespec stress_soon(unsigned *seed, unsigned us)
{
    long long ns = test_now_ns(CLOCK_REALTIME) + (long long)stress_random(seed, us * 1000);

    return (struct timespec){.tv_sec = (time_t)(ns / TEST_SECOND),
                             .tv_nsec = (long)(ns % TEST_SECOND)};
}

/* The caller gets a real-time priority, or none; where that is not permitted, none. To be dropped
 * (stress_normal) before it waits for others by looking again and again: they might not run. */
static inline void stress_normal(void)
{
    struct sched_param param = {.sched_priority = 0};

    pthread_setschedparam(pthread_self(), SCHED_OTHER, &param);
}

static inline void stress_priority(unsigned *seed)
{
    struct sched_param param = {.sched_priority = (int)stress_random(seed, 4)};

    if (param.sched_priority)
        pthread_setschedparam(pthread_self(), SCHED_RR, &param);
}

static void *stress_thread(void *arg)
{
    stress_body((int)(intptr_t)arg);
    ADD(&stress_ended, 1);
    return NULL;
}

static inline void stress_begin(int argc, char **argv)
{
    long seconds = 0;

    if (argc > 1)
        for (const char *digit = argv[1]; *digit >= '0' && *digit <= '9'; digit++)
            seconds = seconds * 10 + (*digit - '0');
    stress_end = test_now_ns(CLOCK_MONOTONIC) + (seconds ? seconds : 1) * TEST_SECOND;
}

/* Runs body(0) to body(n - 1) in threads, for the time that is left. Each has to look at
 * stress_goes_on. */
static inline void stress_run(void (*body)(int), int n)
{
    pthread_t threads[STRESS_THREADS_MOST];

    stress_body = body;
    STORE(&stress_ended, 0);
    for (int i = 0; i < n; i++)
        threads[i] = test_start(stress_thread, (void *)(intptr_t)i);
    while (stress_goes_on())
        test_nap();
    WAIT_UNTIL(LOAD(&stress_ended) == n);
    for (int i = 0; i < n; i++)
        test_finish(threads[i]);
}

/* ---- Rounds: threads that take part in each step together, without the library under test ---- */

static int stress_came, stress_round, stress_stop;

/* The threads of a round meet here, n of them; the last runs what is to be done between. False:
 * the time is over. */
static inline int stress_meet(int n, void (*between)(void))
{
    int round = LOAD(&stress_round);

    if (ADD(&stress_came, 1) == n) {
        if (between)
            between();
        STORE(&stress_stop, !stress_goes_on());
        STORE(&stress_came, 0);
        ADD(&stress_round, 1);
    } else {
        for (int turns = 0; LOAD(&stress_round) == round; turns++)
            if (turns > 200)
                TEST_SYS0(sched_yield);
    }
    return !LOAD(&stress_stop);
}

#endif
