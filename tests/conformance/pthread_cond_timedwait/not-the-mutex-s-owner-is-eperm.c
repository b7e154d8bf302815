/* SPDX-License-Identifier: MIT */
/*
 * EPERM if the mutex is error-checking and the caller does not own it (robust and error-checking
 * mutexes: shall).
 */
#include "test.h"

int main(void)
{
    pthread_mutex_t mutex;
    pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
    struct timespec end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);
    pthread_mutexattr_t attr;

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_ERRORCHECK), 0);
    CHECK_EQ(pthread_mutex_init(&mutex, &attr), 0);
    CHECK_EQ(pthread_cond_wait(&cond, &mutex), EPERM);
    CHECK_EQ(pthread_cond_timedwait(&cond, &mutex, &end), EPERM);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(pthread_cond_destroy(&cond), 0); /* no waiter is left behind */
    return 0;
}
