/* SPDX-License-Identifier: MIT */
/*
 * With threads blocked, one sem_post lets exactly one of them return, and the value stays 0.
 */
#include "shared.h"

enum { N = 4 };
static sem_t sem;
static pid_t tids[N];
static int past;

static void *waiter(void *arg)
{
    STORE((pid_t *)arg, test_gettid());
    CHECK_EQ(sem_wait(&sem), 0);
    ADD(&past, 1);
    return NULL;
}

int main(void)
{
    pthread_t thread[N];

    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    for (int i = 0; i < N; i++)
        thread[i] = test_start(waiter, &tids[i]);
    for (int i = 0; i < N; i++) {
        WAIT_UNTIL(LOAD(&tids[i]) != 0);
        wait_until_blocked(tids[i]);
    }
    for (int i = 1; i <= N; i++) {
        CHECK_EQ(sem_post(&sem), 0);
        WAIT_UNTIL(LOAD(&past) >= i);
        for (int k = 0; k < 10; k++)
            test_nap();
        CHECK_EQ(LOAD(&past), i);
        CHECK_EQ(test_value(&sem), 0);
    }
    for (int i = 0; i < N; i++)
        test_finish(thread[i]);
    return 0;
}
