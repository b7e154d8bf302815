/* SPDX-License-Identifier: MIT */
/*
 * sem_destroy is safe when no thread is blocked on the semaphore. That the value went down says
 * that the waiter is not, even if it has yet to return.
 */
#include "shared.h"

enum { N = 4000 };
static sem_t *current;
static struct gate done;

static void *waiter(void *arg)
{
    for (int i = 1; i <= N; i++) {
        sem_t *sem;

        WAIT_UNTIL((sem = LOAD(&current)) != NULL);
        STORE(&current, NULL);
        CHECK_EQ(sem_wait(sem), 0);
    }
    gate_open(&done);
    return arg;
}

int main(void)
{
    pthread_t thread = test_start(waiter, NULL);

    for (int i = 0; i < N; i++) {
        sem_t *sem = TEST_MAP(TEST_PAGE);

        CHECK_EQ(sem_init(sem, 0, 0), 0);
        STORE(&current, sem);
        for (int k = 0; k < (i % 7) * 200; k++)
            LAUNDER(k);
        CHECK_EQ(sem_post(sem), 0);
        while (test_value(sem) != 0)
            TEST_SYS0(sched_yield);
        CHECK_EQ(sem_destroy(sem), 0);
        test_unmap(sem, TEST_PAGE);
    }
    gate_wait(&done);
    test_finish(thread);
    return 0;
}
