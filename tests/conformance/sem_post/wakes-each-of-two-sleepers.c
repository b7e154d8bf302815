/* SPDX-License-Identifier: MIT */
/*
 * Two posts in a row let two sleeping threads go: no wake is lost between them.
 */
#include "shared.h"

enum { N = 3000 };
static sem_t sem, back;

static void *waiter(void *arg)
{
    for (int i = 0; i < N; i++) {
        CHECK_EQ(sem_wait(&sem), 0);
        CHECK_EQ(sem_post(&back), 0);
    }
    return arg;
}

int main(void)
{
    pthread_t one, two;

    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    CHECK_EQ(sem_init(&back, 0, 0), 0);
    one = test_start(waiter, NULL);
    two = test_start(waiter, NULL);
    /* Each may take two in a row: both together take N * 2. */
    for (int i = 0; i < N; i++) {
        CHECK_EQ(sem_post(&sem), 0);
        CHECK_EQ(sem_post(&sem), 0);
        CHECK_EQ(sem_wait(&back), 0);
        CHECK_EQ(sem_wait(&back), 0);
    }
    test_finish(one);
    test_finish(two);
    CHECK_EQ(test_value(&sem), 0);
    return 0;
}
