/* SPDX-License-Identifier: MIT */
/*
 * A post before the time ends the wait with 0.
 */
#include "shared.h"

static sem_t sem;
static pid_t tid;

static void *waiter(void *arg)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

    STORE(&tid, test_gettid());
    CHECK_EQ(sem_timedwait(&sem, &end), 0);
    return arg;
}

int main(void)
{
    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    for (int i = 0; i < 40; i++) {
        pthread_t thread;

        STORE(&tid, 0);
        thread = test_start(waiter, NULL);
        if (i % 2) {
            WAIT_UNTIL(LOAD(&tid) != 0);
            wait_until_blocked(tid);
        }
        CHECK_EQ(sem_post(&sem), 0);
        test_finish(thread);
        CHECK_EQ(test_value(&sem), 0);
    }
    return 0;
}
