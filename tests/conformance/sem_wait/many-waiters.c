/* SPDX-License-Identifier: MIT */
/*
 * As many waits return as there were posts, with more threads than CPUs.
 */
#include "shared.h"

enum { WAITERS = 16, POSTERS = 4, EACH = 2000 };
static sem_t sem;
static int taken;

static void *waiter(void *arg)
{
    for (int i = 0; i < EACH * POSTERS / WAITERS; i++) {
        CHECK_EQ(sem_wait(&sem), 0);
        ADD(&taken, 1);
    }
    return arg;
}

static void *poster(void *arg)
{
    for (int i = 0; i < EACH; i++) {
        CHECK_EQ(sem_post(&sem), 0);
        if (i % 100 == 0)
            test_nap();
    }
    return arg;
}

int main(void)
{
    pthread_t waiters[WAITERS], posters[POSTERS];

    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    for (int i = 0; i < WAITERS; i++)
        waiters[i] = test_start(waiter, NULL);
    for (int i = 0; i < POSTERS; i++)
        posters[i] = test_start(poster, NULL);
    for (int i = 0; i < POSTERS; i++)
        test_finish(posters[i]);
    for (int i = 0; i < WAITERS; i++)
        test_finish(waiters[i]);
    CHECK_EQ(taken, EACH * POSTERS);
    CHECK_EQ(test_value(&sem), 0);
    return 0;
}
