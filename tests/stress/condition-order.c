/* SPDX-License-Identifier: MIT */
/*
 * Condition variables: a signal is for a thread that waits already, not for one that comes after it
 * (POSIX: "at least one of the threads that are blocked"). And destroy, with the memory unmapped
 * behind it, may follow a broadcast at once.
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
    while (stress_meet(4, reset)) {
        pthread_mutex_lock(&mutex);
        if (me < WAITERS) {
            waiting++;
            pthread_cond_wait(&cond, &mutex);
            ADD(&out, 1);
        } else if (me == 2) {
            pthread_mutex_unlock(&mutex);
            WAIT_UNTIL(LOAD(&phase) > 0);
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
    while (stress_meet(WAITERS + 1, make)) {
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
    }
}

int main(int argc, char **argv)
{
    stress_begin(argc, argv);
    stress_end -= (stress_end - test_now_ns(CLOCK_MONOTONIC)) / 2;
    stress_run(steal, 4);
    stress_begin(argc, argv);
    stress_run(destroy, WAITERS + 1);
    return 0;
}
