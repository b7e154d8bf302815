/* SPDX-License-Identifier: MIT */
/*
 * A thread blocked in sem_timedwait can be cancelled, its cleanup handlers run, and it takes no
 * token with it.
 */
#include "shared.h"

static sem_t sem;
static pid_t tid;
static int cleaned;

static void clean(void *arg)
{
    CHECK(arg == &sem);
    STORE(&cleaned, 1);
}

static void *waiter(void *arg)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

    pthread_cleanup_push(clean, &sem);
    STORE(&tid, test_gettid());
    CHECK_EQ(sem_timedwait(&sem, &end), 0);
    pthread_cleanup_pop(0);
    return arg;
}

int main(void)
{
    pthread_t thread;

    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    thread = test_start(waiter, NULL);
    WAIT_UNTIL(LOAD(&tid) != 0);
    wait_until_blocked(tid);
    CHECK_EQ(pthread_cancel(thread), 0);
    CHECK(test_finish(thread) == PTHREAD_CANCELED);
    CHECK_EQ(LOAD(&cleaned), 1);
    CHECK_EQ(sem_post(&sem), 0);
    CHECK_EQ(test_value(&sem), 1);
    return 0;
}
