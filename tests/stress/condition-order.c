/* SPDX-License-Identifier: MIT */
/*
 * Condition variables: a signal is for a thread that waits already, not for one that comes after it
 * (POSIX: "at least one of the threads that are blocked"), nor for one that has given up. And
 * destroy, with the memory unmapped behind it, may follow a broadcast at once. Waiters are of all
 * priorities.
 */
#include "stress.h"

enum { WAITERS = 2 };

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static int waiting, out, phase;

static void reset(void)
{
    waiting = out = 0;
    STORE(&phase, 0);
}

/* Threads 0 and 1 wait, 3 signals twice, and only then 2 comes to wait: both signals are for the
 * first two, who may still be on their way out. */
static void steal(int me)
{
    unsigned seed = (unsigned)me + 1;

    while (stress_meet(4, reset)) {
        if (me < WAITERS)
            stress_priority(&seed);
        pthread_mutex_lock(&mutex);
        if (me < WAITERS) {
            waiting++;
            pthread_cond_wait(&cond, &mutex);
            ADD(&out, 1);
        } else if (me == 2) {
            pthread_mutex_unlock(&mutex);
            WAIT_UNTIL(LOAD(&phase) > 0);
            stress_priority(&seed);
            pthread_mutex_lock(&mutex);
            while (LOAD(&phase) < 2)
                pthread_cond_wait(&cond, &mutex);
        } else {
            while (waiting < WAITERS) {
                pthread_mutex_unlock(&mutex);
                TEST_SYS0(sched_yield);
                pthread_mutex_lock(&mutex);
            }
            pthread_cond_signal(&cond);
            pthread_cond_signal(&cond);
            STORE(&phase, 1);
            pthread_mutex_unlock(&mutex);
            WAIT_UNTIL(LOAD(&out) == WAITERS);
            pthread_mutex_lock(&mutex);
            STORE(&phase, 2);
            pthread_cond_broadcast(&cond);
        }
        pthread_mutex_unlock(&mutex);
        stress_normal();
    }
}

/* Threads 0 and 1 wait for ever; 2 gives up at any moment, by its time or by cancellation, and
 * hands on what it was given; 3 signals twice. So 0 and 1 come out, and nobody helps them by
 * looking again. */
static void unlock(void *arg)
{
    pthread_mutex_unlock(arg);
}

static void *wait_once(void *arg)
{
    stress_priority(arg);
    pthread_mutex_lock(&mutex);
    pthread_cleanup_push(unlock, &mutex);
    waiting++;
    pthread_cond_wait(&cond, &mutex);
    pthread_cleanup_pop(1);
    stress_normal();
    return NULL;
}

static void give_up(unsigned *seed)
{
    int given;

    if (stress_random(seed, 2)) {
        struct timespec soon = stress_soon(seed, 60);

        stress_priority(seed);
        pthread_mutex_lock(&mutex);
        waiting++;
        given = pthread_cond_timedwait(&cond, &mutex, &soon) == 0;
        pthread_mutex_unlock(&mutex);
        stress_normal();
    } else {
        unsigned its_seed = *seed;
        pthread_t thread = test_start(wait_once, &its_seed);

        for (unsigned i = stress_random(seed, 3000); i > 0; i--)
            LAUNDER(i);
        if (LOAD(&waiting) < WAITERS + 1)
            WAIT_UNTIL(LOAD(&waiting) == WAITERS + 1);
        CHECK_EQ(pthread_cancel(thread), 0);
        given = test_finish(thread) != PTHREAD_CANCELED;
    }
    if (given)
        pthread_cond_signal(&cond);
}

static void wait_and_give_up(int me)
{
    unsigned seed = (unsigned)me + 1;

    while (stress_meet(4, reset)) {
        for (unsigned i = stress_random(&seed, 500); i > 0; i--)
            LAUNDER(i);
        if (me < WAITERS) {
            wait_once(&seed);
            ADD(&out, 1);
        } else if (me == 2) {
            give_up(&seed);
        } else {
            WAIT_UNTIL(LOAD(&waiting) == WAITERS + 1);
            pthread_mutex_lock(&mutex);
            pthread_mutex_unlock(&mutex);
            for (unsigned i = stress_random(&seed, 3000); i > 0; i--)
                LAUNDER(i);
            pthread_cond_signal(&cond);
            pthread_cond_signal(&cond);
            WAIT_UNTIL(LOAD(&out) == WAITERS);
        }
    }
}

static pthread_cond_t *mapped;

static void make(void)
{
    mapped = test_map(TEST_PAGE);
    CHECK_EQ(pthread_cond_init(mapped, NULL), 0);
    reset();
}

static void destroy(int me)
{
    unsigned seed = (unsigned)me + 1;

    while (stress_meet(WAITERS + 1, make)) {
        if (me < WAITERS)
            stress_priority(&seed);
        pthread_mutex_lock(&mutex);
        if (me < WAITERS) {
            waiting++;
            while (!phase)
                pthread_cond_wait(mapped, &mutex);
        } else {
            while (waiting < WAITERS) {
                pthread_mutex_unlock(&mutex);
                TEST_SYS0(sched_yield);
                pthread_mutex_lock(&mutex);
            }
            phase = 1;
            CHECK_EQ(pthread_cond_broadcast(mapped), 0);
            pthread_mutex_unlock(&mutex);
            CHECK_EQ(pthread_cond_destroy(mapped), 0);
            test_unmap(mapped, TEST_PAGE);
            pthread_mutex_lock(&mutex);
        }
        pthread_mutex_unlock(&mutex);
        stress_normal();
    }
}

int main(int argc, char **argv)
{
    long long from = test_now_ns(CLOCK_MONOTONIC), third;

    stress_begin(argc, argv);
    third = (stress_end - from) / 3;
    stress_end = from + third;
    stress_run(steal, 4);
    stress_end += third;
    stress_run(wait_and_give_up, 4);
    stress_end += third;
    stress_run(destroy, WAITERS + 1);
    return 0;
}
