/* SPDX-License-Identifier: MIT */
/*
 * A thread blocked in sem_wait can be cancelled, and takes no token with it.
 */
#include "test.h"

#include <semaphore.h>

static sem_t sem;
static pid_t tid;

static void *waiter(void *arg)
{
    STORE(&tid, test_gettid());
    CHECK_EQ(sem_wait(&sem), 0);
    return arg;
}

int main(void)
{
    pthread_t thread;
    int value = -1;

    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    thread = test_start(waiter, NULL);
    WAIT_UNTIL(LOAD(&tid) != 0);
    wait_until_blocked(tid);
    CHECK_EQ(pthread_cancel(thread), 0);
    CHECK(test_finish(thread) == PTHREAD_CANCELED);
    CHECK_EQ(sem_post(&sem), 0);
    CHECK_EQ(sem_getvalue(&sem, &value), 0);
    CHECK_EQ(value, 1);
    return 0;
}
