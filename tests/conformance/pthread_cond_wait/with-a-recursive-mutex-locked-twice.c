/* SPDX-License-Identifier: MIT */
/*
 * A recursive mutex that is locked more than once is not released by a wait; what it was locked is
 * what it is afterwards, after a timeout as after a signal by a thread that does without it.
 */
#include "mutexes.h"

static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static pthread_mutex_t mutex;
static int waiting, signalled;

static int signal_now(void *arg)
{
    WAIT_UNTIL(LOAD(&waiting) != 0);
    wait_until_blocked(LOAD(&waiting));
    CHECK_EQ(pthread_mutex_trylock(&mutex), EBUSY);
    STORE(&signalled, 1);
    CHECK_EQ(pthread_cond_signal(&cond), 0);
    return arg != NULL;
}

int main(void)
{
    struct mutex_sort sort = {.type = PTHREAD_MUTEX_RECURSIVE};
    struct timespec end = now_plus_ms(CLOCK_REALTIME, 2);
    struct waiter other;

    mutex_make(&mutex, sort);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_cond_timedwait(&cond, &mutex, &end), ETIMEDOUT);
    waiter_start(&other, NULL, signal_now, NULL);
    STORE(&waiting, test_gettid());
    while (!LOAD(&signalled))
        CHECK_EQ(pthread_cond_wait(&cond, &mutex), 0);
    CHECK_EQ(waiter_result(&other), 0);
    for (int i = 0; i < 2; i++) {
        CHECK_EQ(elsewhere(call_trylock, &mutex), EBUSY);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    }
    CHECK_EQ(pthread_mutex_unlock(&mutex), EPERM);
    return 0;
}
