/* SPDX-License-Identifier: MIT */
/*
 * pthread_cond_broadcast shall unblock all threads blocked on the condition variable.
 */
#include "test.h"

enum { N = 12 };
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static int waiting, generation;

static void *waiter(void *arg)
{
    int mine;

    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    mine = generation;
    waiting++;
    while (generation == mine)
        CHECK_EQ(pthread_cond_wait(&cond, &mutex), 0);
    waiting--;
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return arg;
}

int main(void)
{
    for (int round = 0; round < 20; round++) {
        pthread_t thread[N];
        int seen = 0;

        for (int i = 0; i < N; i++)
            thread[i] = test_start(waiter, NULL);
        WAIT_UNTIL(
            (pthread_mutex_lock(&mutex), seen = waiting, pthread_mutex_unlock(&mutex), seen == N));
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        generation++;
        if (round % 2) {
            CHECK_EQ(pthread_cond_broadcast(&cond), 0);
            CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        } else {
            CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
            CHECK_EQ(pthread_cond_broadcast(&cond), 0);
        }
        for (int i = 0; i < N; i++)
            test_finish(thread[i]);
        CHECK_EQ(waiting, 0);
    }
    return 0;
}
