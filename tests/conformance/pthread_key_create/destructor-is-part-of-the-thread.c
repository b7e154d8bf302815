/* SPDX-License-Identifier: MIT */
/*
 * A destructor runs as a part of the thread: it may create and join a thread, and use other keys
 * and mutexes.
 */
#include "test.h"

static pthread_key_t key, other;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int ran;

static void *inner(void *arg)
{
    return arg;
}

static void destructor(void *value)
{
    CHECK_EQ(value, 1);
    CHECK_EQ(test_finish(test_start(inner, (void *)4)), 4);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_setspecific(other, (void *)2), 0);
    CHECK_EQ(pthread_getspecific(other), 2);
    ADD(&ran, 1);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
}

static void *routine(void *arg)
{
    CHECK_EQ(pthread_setspecific(key, (void *)1), 0);
    return arg;
}

int main(void)
{
    CHECK_EQ(pthread_key_create(&key, destructor), 0);
    CHECK_EQ(pthread_key_create(&other, NULL), 0);
    for (int i = 1; i <= 10; i++) {
        CHECK_EQ(test_finish(test_start(routine, (void *)6)), 6);
        CHECK_EQ(LOAD(&ran), i);
    }
    return 0;
}
