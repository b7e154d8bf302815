/* SPDX-License-Identifier: MIT */
/*
 * A mutex whose owner ended without unlocking it stays locked, and a new thread, even with the same
 * ID, does not become its owner by accident of type: an unlock by another thread is EPERM.
 */
#include "test.h"

static pthread_mutex_t mutex;

static void *owner(void *arg)
{
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
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
        test_finish(test_start(owner, NULL));
        CHECK_EQ(pthread_mutex_unlock(&mutex), EPERM);
        CHECK_EQ(pthread_mutex_trylock(&mutex), EBUSY);
    }
    return 0;
}
