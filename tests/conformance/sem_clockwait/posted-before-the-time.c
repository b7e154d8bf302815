/* SPDX-License-Identifier: MIT */
/*
 * A post before the time ends sem_clockwait with 0.
 */
#include "shared.h"

static sem_t sem;
static pid_t tid;

static void *waiter(void *arg)
{
    struct timespec end = now_plus_ms(CLOCK_MONOTONIC, TEST_BOUND_MS);

    STORE(&tid, test_gettid());
    CHECK_EQ(sem_clockwait(&sem, CLOCK_MONOTONIC, &end), 0);
    return arg;
}

int main(void)
{
    pthread_t thread;

    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    thread = test_start(waiter, NULL);
    WAIT_UNTIL(LOAD(&tid) != 0);
    wait_until_blocked(tid);
    CHECK_EQ(sem_post(&sem), 0);
    test_finish(thread);
    CHECK_EQ(test_value(&sem), 0);
    return 0;
}
