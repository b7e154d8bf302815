/* SPDX-License-Identifier: MIT */
/*
 * A waiter that gives up takes nothing with it: with some threads that time out and some that wait,
 * no unlock is lost and nobody gets in beside the owner.
 */
#include "test.h"

enum { THREADS = 4, EACH = 600 };
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static long counter, locked;

static void *routine(void *arg)
{
    for (int i = 0; i < EACH; i++) {
        struct timespec end = now_plus_ms(CLOCK_REALTIME, 0);
        int error = 0;

        end.tv_nsec += i % 50 * 1000;
        if (end.tv_nsec >= TEST_SECOND) {
            end.tv_nsec -= TEST_SECOND;
            end.tv_sec++;
        }
        if (i % 2 == (intptr_t)arg % 2)
            error = pthread_mutex_timedlock(&mutex, &end);
        else
            CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        CHECK(error == 0 || error == ETIMEDOUT);
        if (error != 0)
            continue;
        counter++;
        for (volatile int spin = 0; spin < 200; spin++)
            ;
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        ADD(&locked, 1);
    }
    return NULL;
}

int main(void)
{
    pthread_t thread[THREADS];

    for (int i = 0; i < THREADS; i++)
        thread[i] = test_start(routine, (void *)(intptr_t)i);
    for (int i = 0; i < THREADS; i++)
        test_finish(thread[i]);
    CHECK_EQ(counter, locked);
    CHECK_EQ(pthread_mutex_trylock(&mutex), 0);
    return 0;
}
