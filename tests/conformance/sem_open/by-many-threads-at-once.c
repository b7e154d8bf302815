/* SPDX-License-Identifier: MIT */
/*
 * Threads may open, use, close and unlink semaphores at the same time.
 */
#include "shared.h"

enum { N = 4, ROUNDS = 400 };
static struct test_name names[2];

static void *routine(void *arg)
{
    for (int i = 0; i < ROUNDS; i++) {
        sem_t *sem = sem_open(names[i % 2].text, O_CREAT, 0600, 1);

        CHECK(sem != SEM_FAILED);
        CHECK_EQ(sem_wait(sem), 0);
        CHECK_EQ(sem_post(sem), 0);
        if (i % 5 == 0 && sem_unlink(names[i % 2].text) != 0)
            CHECK_EQ(errno, ENOENT);
        CHECK_EQ(sem_close(sem), 0);
    }
    return arg;
}

int main(void)
{
    pthread_t thread[N];

    names[0] = test_name("0");
    names[1] = test_name("1");
    for (int i = 0; i < N; i++)
        thread[i] = test_start(routine, NULL);
    for (int i = 0; i < N; i++)
        test_finish(thread[i]);
    sem_unlink(names[0].text);
    sem_unlink(names[1].text);
    return 0;
}
