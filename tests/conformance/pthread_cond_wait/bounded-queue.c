/* SPDX-License-Identifier: MIT */
/*
 * Producers and consumers on a queue with two condition variables: everything put in comes out
 * exactly once.
 */
#include "test.h"

enum { PRODUCERS = 2, CONSUMERS = 3, EACH = 2000, ROOM = 4 };
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t not_full = PTHREAD_COND_INITIALIZER, not_empty = PTHREAD_COND_INITIALIZER;
static int queue[ROOM], used, first, taken;
static long sum;

static void *producer(void *arg)
{
    for (int i = 1; i <= EACH; i++) {
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        while (used == ROOM)
            CHECK_EQ(pthread_cond_wait(&not_full, &mutex), 0);
        queue[(first + used++) % ROOM] = i;
        CHECK_EQ(pthread_cond_signal(&not_empty), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    }
    return arg;
}

static void *consumer(void *arg)
{
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    for (;;) {
        while (used == 0 && taken < PRODUCERS * EACH)
            CHECK_EQ(pthread_cond_wait(&not_empty, &mutex), 0);
        if (used == 0)
            break;
        sum += queue[first];
        first = (first + 1) % ROOM;
        used--;
        if (++taken == PRODUCERS * EACH)
            CHECK_EQ(pthread_cond_broadcast(&not_empty), 0);
        CHECK_EQ(pthread_cond_signal(&not_full), 0);
    }
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return arg;
}

int main(void)
{
    pthread_t thread[PRODUCERS + CONSUMERS];

    for (int i = 0; i < PRODUCERS + CONSUMERS; i++)
        thread[i] = test_start(i < PRODUCERS ? producer : consumer, NULL);
    for (int i = 0; i < PRODUCERS + CONSUMERS; i++)
        test_finish(thread[i]);
    CHECK_EQ(taken, PRODUCERS * EACH);
    CHECK_EQ(sum, (long)PRODUCERS * EACH * (EACH + 1) / 2);
    return 0;
}
