/* SPDX-License-Identifier: MIT */
/*
 * ETIMEDOUT when the absolute time passes before a signal; not earlier, and with the mutex locked
 * again.
 */
#include "test.h"

static pthread_mutex_t mutex;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;

static void *other(void *arg)
{
    CHECK_EQ(pthread_mutex_trylock(&mutex), EBUSY);
    return arg;
}

int main(void)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, 30);
    pthread_mutexattr_t attr;
    int error;

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_ERRORCHECK), 0);
    CHECK_EQ(pthread_mutex_init(&mutex, &attr), 0);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    WAIT_UNTIL((error = pthread_cond_timedwait(&cond, &mutex, &end)) != 0);
    CHECK_EQ(error, ETIMEDOUT);
    CHECK(test_now_ns(CLOCK_REALTIME) >= test_ns(end));
    test_finish(test_start(other, NULL));
    CHECK_EQ(pthread_mutex_lock(&mutex), EDEADLK);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(pthread_cond_destroy(&cond), 0);
    return 0;
}
