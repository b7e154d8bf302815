/* SPDX-License-Identifier: MIT */
/*
 * Threads of C11 are POSIX threads: pthread functions work in them, and on thrd_t.
 */
#include "test.h"

#include <threads.h>

static pthread_key_t key;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int ran;

static void destructor(void *value)
{
    (void)value;
    ADD(&ran, 1);
}

static int routine(void *arg)
{
    thrd_t self = thrd_current();

    (void)arg;
    CHECK(pthread_equal((pthread_t)self, pthread_self()));
    CHECK_EQ(pthread_setspecific(key, &key), 0);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return 5;
}

int main(void)
{
    thrd_t thread;
    int result = 0;

    CHECK_EQ(pthread_key_create(&key, destructor), 0);
    CHECK_EQ(thrd_create(&thread, routine, NULL), thrd_success);
    CHECK_EQ(thrd_join(thread, &result), thrd_success);
    CHECK_EQ(result, 5);
    CHECK_EQ(LOAD(&ran), 1);
    return 0;
}
