/* SPDX-License-Identifier: MIT */
/*
 * A recursive mutex can be locked again by its owner, and is free for others after as many unlocks.
 */
#include "test.h"

static pthread_mutex_t mutex;
static int expected;

static void *try_it(void *arg)
{
    CHECK_EQ(pthread_mutex_trylock(&mutex), expected);
    if (expected == 0)
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return arg;
}

int main(void)
{
    pthread_mutexattr_t attr;

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_RECURSIVE), 0);
    CHECK_EQ(pthread_mutex_init(&mutex, &attr), 0);
    for (int i = 0; i < 5; i++)
        CHECK_EQ(i % 2 ? pthread_mutex_trylock(&mutex) : pthread_mutex_lock(&mutex), 0);
    for (int i = 0; i < 5; i++) {
        expected = EBUSY;
        test_finish(test_start(try_it, NULL));
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    }
    expected = 0;
    test_finish(test_start(try_it, NULL));
    CHECK_EQ(pthread_mutex_unlock(&mutex), EPERM);
    CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    return 0;
}
