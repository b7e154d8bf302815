/* SPDX-License-Identifier: MIT */
/*
 * sem_wait decrements the semaphore or blocks until it can; sem_post increments it and wakes a
 * waiter.
 */
#include "test.h"

#include <semaphore.h>

enum { N = 3, EACH = 2000 };
static sem_t full, empty;
static int inside;

static void *consumer(void *arg)
{
    for (int i = 0; i < EACH; i++) {
        CHECK_EQ(sem_wait(&full), 0);
        ADD(&inside, -1);
        CHECK_EQ(sem_post(&empty), 0);
    }
    return arg;
}

int main(void)
{
    pthread_t thread[N];
    int value = -1;

    CHECK_EQ(sem_init(&full, 0, 0), 0);
    CHECK_EQ(sem_init(&empty, 0, 4), 0);
    for (int i = 0; i < N; i++)
        thread[i] = test_start(consumer, NULL);
    for (int i = 0; i < N * EACH; i++) {
        CHECK_EQ(sem_wait(&empty), 0);
        CHECK(ADD(&inside, 1) <= 4 + N);
        CHECK_EQ(sem_post(&full), 0);
    }
    for (int i = 0; i < N; i++)
        test_finish(thread[i]);
    CHECK_EQ(sem_getvalue(&full, &value), 0);
    CHECK_EQ(value, 0);
    CHECK_EQ(sem_getvalue(&empty, &value), 0);
    CHECK_EQ(value, 4);
    CHECK_EQ(sem_trywait(&full), -1);
    CHECK_EQ(errno, EAGAIN);
    CHECK_EQ(sem_destroy(&full), 0);
    CHECK_EQ(sem_destroy(&empty), 0);
    return 0;
}
