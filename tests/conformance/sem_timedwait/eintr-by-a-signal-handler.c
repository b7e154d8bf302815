/* SPDX-License-Identifier: MIT */
/*
 * A signal whose handler was installed without SA_RESTART interrupts sem_timedwait: EINTR.
 */
#include "shared.h"

static sem_t sem;
static pid_t tid;

static void handler(int sig)
{
    (void)sig;
}

static void *waiter(void *arg)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

    STORE(&tid, test_gettid());
    CHECK_FAILS(sem_timedwait(&sem, &end), EINTR);
    return arg;
}

int main(void)
{
    struct sigaction action = {.sa_handler = handler};
    pthread_t thread;

    CHECK_EQ(sigaction(SIGUSR1, &action, NULL), 0);
    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    thread = test_start(waiter, NULL);
    WAIT_UNTIL(LOAD(&tid) != 0);
    wait_until_blocked(tid);
    CHECK_EQ(pthread_kill(thread, SIGUSR1), 0);
    test_finish(thread);
    CHECK_EQ(test_value(&sem), 0);
    return 0;
}
