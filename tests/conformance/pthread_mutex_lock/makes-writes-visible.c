/* SPDX-License-Identifier: MIT */
/*
 * Locking a mutex synchronizes memory with the unlock before it.
 */
#include "test.h"

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static long plain[16];

static void *routine(void *arg)
{
    for (int i = 0; i < 5000; i++) {
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        for (int j = 1; j < 16; j++)
            CHECK_EQ(plain[j], plain[0]);
        for (int j = 0; j < 16; j++)
            plain[j]++;
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    }
    return arg;
}

int main(void)
{
    pthread_t one = test_start(routine, NULL), two = test_start(routine, NULL);

    test_finish(one);
    test_finish(two);
    CHECK_EQ(plain[0], 10000);
    return 0;
}
