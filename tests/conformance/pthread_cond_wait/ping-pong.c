/* SPDX-License-Identifier: MIT */
/*
 * Two threads hand a turn to each other thousands of times through one condition variable each, and
 * neither misses its turn.
 */
#include "test.h"

enum { ROUNDS = 5000 };
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond[2] = {PTHREAD_COND_INITIALIZER, PTHREAD_COND_INITIALIZER};
static int turn;
static long count;

static void *player(void *arg)
{
    int me = (int)(intptr_t)arg;

    for (int i = 0; i < ROUNDS; i++) {
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        while (turn != me)
            CHECK_EQ(pthread_cond_wait(&cond[me], &mutex), 0);
        CHECK_EQ(count % 2, me);
        count++;
        turn = !me;
        CHECK_EQ(pthread_cond_signal(&cond[!me]), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    }
    return NULL;
}

int main(void)
{
    pthread_t one = test_start(player, (void *)0), two = test_start(player, (void *)1);

    test_finish(one);
    test_finish(two);
    CHECK_EQ(count, 2 * ROUNDS);
    return 0;
}
