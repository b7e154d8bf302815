/* SPDX-License-Identifier: MIT */
/*
 * A condition variable can be destroyed as soon as all threads blocked on it have been woken by a
 * broadcast, before they have returned; its memory may be unmapped then.
 */
#include "test.h"

enum { N = 3, ROUNDS = 150 };
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t *cond;
static int waiting, generation;
static struct gate start, end;

static void *waiter(void *arg)
{
    for (int i = 1; i <= ROUNDS; i++) {
        gate_wait_for(&start, i);
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        waiting++;
        /* After a broadcast the condition variable may be gone: it is not looked at again. */
        if (generation < i)
            do {
                pthread_cond_t *mine = cond;

                CHECK_EQ(pthread_cond_wait(mine, &mutex), 0);
            } while (generation < i);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        gate_open(&end);
    }
    return arg;
}

int main(void)
{
    pthread_t thread[N];

    for (int i = 0; i < N; i++)
        thread[i] = test_start(waiter, NULL);
    for (int i = 1; i <= ROUNDS; i++) {
        int seen = 0;

        cond = TEST_MAP(sizeof *cond);
        CHECK_EQ(pthread_cond_init(cond, NULL), 0);
        waiting = 0;
        gate_open(&start);
        WAIT_UNTIL(
            (pthread_mutex_lock(&mutex), seen = waiting, pthread_mutex_unlock(&mutex), seen == N));
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        generation = i;
        CHECK_EQ(pthread_cond_broadcast(cond), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(pthread_cond_destroy(cond), 0);
        test_unmap(cond, sizeof *cond);
        gate_wait_for(&end, N * i);
    }
    for (int i = 0; i < N; i++)
        test_finish(thread[i]);
    return 0;
}
