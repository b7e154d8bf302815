/* SPDX-License-Identifier: MIT */
/*
 * A thread that comes out of sem_wait may destroy the semaphore at once, and unmap it, whatever
 * sem_post in the other thread still has to do.
 */
#include "shared.h"

enum { N = 4000 };
static sem_t *current;
static sem_t ready;

static void *poster(void *arg)
{
    for (int i = 0; i < N; i++) {
        CHECK_EQ(sem_wait(&ready), 0);
        CHECK_EQ(sem_post(LOAD(&current)), 0);
    }
    return arg;
}

int main(void)
{
    pthread_t thread;

    CHECK_EQ(sem_init(&ready, 0, 0), 0);
    thread = test_start(poster, NULL);
    for (int i = 0; i < N; i++) {
        sem_t *sem = TEST_MAP(TEST_PAGE);

        CHECK_EQ(sem_init(sem, i % 3 == 0, 0), 0);
        STORE(&current, sem);
        CHECK_EQ(sem_post(&ready), 0);
        for (int k = 0; k < (i % 7) * 200; k++)
            LAUNDER(k);
        CHECK_EQ(sem_wait(sem), 0);
        CHECK_EQ(sem_destroy(sem), 0);
        test_unmap(sem, TEST_PAGE);
    }
    test_finish(thread);
    return 0;
}
