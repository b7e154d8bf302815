/* SPDX-License-Identifier: MIT */
/*
 * pthread_cond_signal shall unblock at least one of the threads blocked on the condition variable:
 * with N waiting, N signals let all of them through, one token each.
 */
#include "test.h"

enum { N = 8 };
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static int waiting, tokens;
static struct gate through;

static void *waiter(void *arg)
{
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    waiting++;
    while (tokens == 0)
        CHECK_EQ(pthread_cond_wait(&cond, &mutex), 0);
    tokens--;
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    gate_open(&through);
    return arg;
}

int main(void)
{
    for (int round = 0; round < 10; round++) {
        pthread_t thread[N];
        int seen = 0;

        waiting = 0;
        STORE(&through.count, 0);
        for (int i = 0; i < N; i++)
            thread[i] = test_start(waiter, NULL);
        WAIT_UNTIL(
            (pthread_mutex_lock(&mutex), seen = waiting, pthread_mutex_unlock(&mutex), seen == N));
        for (int i = 1; i <= N; i++) {
            CHECK_EQ(pthread_mutex_lock(&mutex), 0);
            tokens++;
            if (round % 2) { /* with the mutex held, and without */
                CHECK_EQ(pthread_cond_signal(&cond), 0);
                CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
            } else {
                CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
                CHECK_EQ(pthread_cond_signal(&cond), 0);
            }
            gate_wait_for(&through, i);
        }
        for (int i = 0; i < N; i++)
            test_finish(thread[i]);
        CHECK_EQ(tokens, 0);
    }
    return 0;
}
