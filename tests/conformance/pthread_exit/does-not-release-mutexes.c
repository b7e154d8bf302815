/* SPDX-License-Identifier: MIT */
/*
 * Thread termination does not release process resources, mutexes among them.
 */
#include "test.h"

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

static void *routine(void *arg)
{
    (void)arg;
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    pthread_exit(NULL);
}

int main(void)
{
    test_finish(test_start(routine, NULL));
    CHECK_EQ(pthread_mutex_trylock(&mutex), EBUSY);
    return 0;
}
