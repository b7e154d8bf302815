/* SPDX-License-Identifier: MIT */
/*
 * EPERM if the mutex is error-checking or recursive and the caller does not own it; it stays as it
 * was.
 */
#include "test.h"

static pthread_mutex_t mutex;

static void *other(void *arg)
{
    CHECK_EQ(pthread_mutex_unlock(&mutex), EPERM);
    CHECK_EQ(pthread_mutex_trylock(&mutex), EBUSY);
    return arg;
}

int main(void)
{
    static const int types[] = {PTHREAD_MUTEX_ERRORCHECK, PTHREAD_MUTEX_RECURSIVE};

    for (int i = 0; i < 2; i++) {
        pthread_mutexattr_t attr;

        CHECK_EQ(pthread_mutexattr_init(&attr), 0);
        CHECK_EQ(pthread_mutexattr_settype(&attr, types[i]), 0);
        CHECK_EQ(pthread_mutex_init(&mutex, &attr), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), EPERM); /* nobody owns it */
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        test_finish(test_start(other, NULL));
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), EPERM);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
    return 0;
}
