/* SPDX-License-Identifier: MIT */
/*
 * A broadcast and single signals reach everyone among 100 waiting threads.
 */
#include "test.h"

enum { N = 100 };
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
    static pthread_t thread[N];
    int seen = 0;

    for (int i = 0; i < N; i++)
        thread[i] = test_start(waiter, NULL);
    WAIT_UNTIL(
        (pthread_mutex_lock(&mutex), seen = waiting, pthread_mutex_unlock(&mutex), seen == N));
    for (int i = 1; i <= N / 2; i++) {
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        tokens++;
        CHECK_EQ(pthread_cond_signal(&cond), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    }
    gate_wait_for(&through, N / 2);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    tokens += N - N / 2;
    CHECK_EQ(pthread_cond_broadcast(&cond), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    for (int i = 0; i < N; i++)
        test_finish(thread[i]);
    CHECK_EQ(tokens, 0);
    return 0;
}
