/* SPDX-License-Identifier: MIT */
/*
 * A thread that is cancelled while it holds a robust mutex has ended as its owner, unless a cleanup
 * handler unlocks it.
 */
#include "mutexes.h"

static pthread_mutex_t left, tidied;
static struct gate locked;

static void unlock(void *mutex)
{
    CHECK_EQ(pthread_mutex_unlock(mutex), 0);
}

static void *routine(void *arg)
{
    CHECK_EQ(pthread_mutex_lock(&left), 0);
    CHECK_EQ(pthread_mutex_lock(&tidied), 0);
    pthread_cleanup_push(unlock, &tidied);
    gate_open(&locked);
    for (;;)
        pthread_testcancel();
    pthread_cleanup_pop(0);
    return arg;
}

int main(void)
{
    pthread_t thread;

    mutex_make_robust(&left);
    mutex_make_robust(&tidied);
    thread = test_start(routine, NULL);
    gate_wait(&locked);
    CHECK_EQ(pthread_cancel(thread), 0);
    CHECK(test_finish(thread) == PTHREAD_CANCELED);
    CHECK_EQ(pthread_mutex_lock(&left), EOWNERDEAD);
    CHECK_EQ(pthread_mutex_consistent(&left), 0);
    CHECK_EQ(pthread_mutex_unlock(&left), 0);
    CHECK_EQ(pthread_mutex_lock(&tidied), 0);
    CHECK_EQ(pthread_mutex_unlock(&tidied), 0);
    return 0;
}
