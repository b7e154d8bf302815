/* SPDX-License-Identifier: MIT */
/*
 * With threads blocked the value is 0, or a negative number that counts them; afterwards it is what
 * it was.
 */
#include "shared.h"

enum { N = 3 };
static sem_t sem;
static pid_t tids[N];

static void *waiter(void *arg)
{
    STORE((pid_t *)arg, test_gettid());
    CHECK_EQ(sem_wait(&sem), 0);
    return NULL;
}

int main(void)
{
    pthread_t thread[N];
    int value;

    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    for (int i = 0; i < N; i++)
        thread[i] = test_start(waiter, &tids[i]);
    for (int i = 0; i < N; i++) {
        WAIT_UNTIL(LOAD(&tids[i]) != 0);
        wait_until_blocked(tids[i]);
    }
    value = test_value(&sem);
    CHECK(value == 0 || value == -N);
    for (int i = 0; i < N; i++)
        CHECK_EQ(sem_post(&sem), 0);
    for (int i = 0; i < N; i++)
        test_finish(thread[i]);
    CHECK_EQ(test_value(&sem), 0);
    CHECK_EQ(sem_post(&sem), 0);
    CHECK_EQ(test_value(&sem), 1);
    return 0;
}
