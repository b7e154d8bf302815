/* SPDX-License-Identifier: MIT */
/*
 * It waits, and locks the mutex when it is unlocked before the time.
 */
#include "test.h"

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pid_t tid;

static void *other(void *arg)
{
    struct timespec end = now_plus_ms(CLOCK_MONOTONIC, TEST_BOUND_MS);

    STORE(&tid, test_gettid());
    CHECK_EQ(pthread_mutex_clocklock(&mutex, CLOCK_MONOTONIC, &end), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return arg;
}

int main(void)
{
    pthread_t thread;

    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    thread = test_start(other, NULL);
    WAIT_UNTIL(LOAD(&tid) != 0);
    wait_until_blocked(tid);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    test_finish(thread);
    return 0;
}
