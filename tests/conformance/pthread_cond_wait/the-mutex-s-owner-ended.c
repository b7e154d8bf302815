/* SPDX-License-Identifier: MIT */
/*
 * A wait with a robust mutex whose owner ended meanwhile: EOWNERDEAD with the mutex held, from the
 * wait without a time and with one.
 */
#include "mutexes.h"

static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static pthread_mutex_t mutex;

static int wait_once(void *arg)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);
    int error;

    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    error = arg ? pthread_cond_timedwait(&cond, &mutex, &end) : pthread_cond_wait(&cond, &mutex);
    if (error == EOWNERDEAD) {
        CHECK_EQ(pthread_mutex_consistent(&mutex), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    }
    return error;
}

static int signal_and_end(void *arg)
{
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_cond_signal(&cond), 0);
    return arg != NULL;
}

int main(void)
{
    for (int i = 0; i < 2 * ROBUST_SORTS; i++) {
        void *timed = i % 2 ? &cond : NULL;
        struct waiter waiter;

        mutex_make(&mutex, robust_sort(i / 2));
        waiter_block(&waiter, wait_once, timed);
        CHECK_EQ(elsewhere(signal_and_end, NULL), 0);
        CHECK_EQ(waiter_result(&waiter), EOWNERDEAD);
        CHECK_EQ(pthread_mutex_trylock(&mutex), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
    return 0;
}
