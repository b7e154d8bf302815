/* SPDX-License-Identifier: MIT */
/*
 * A handler installed with SA_RESTART does not interrupt sem_wait.
 */
#include "shared.h"

static sem_t sem;
static pid_t tid;
static int handled;

static void handler(int sig)
{
    (void)sig;
    ADD(&handled, 1);
}

static void *waiter(void *arg)
{
    STORE(&tid, test_gettid());
    CHECK_EQ(sem_wait(&sem), 0);
    return arg;
}

int main(void)
{
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
    pthread_t thread;

    CHECK_EQ(sigaction(SIGUSR1, &action, NULL), 0);
    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    thread = test_start(waiter, NULL);
    WAIT_UNTIL(LOAD(&tid) != 0);
    for (int i = 1; i <= 20; i++) {
        wait_until_blocked(tid);
        CHECK_EQ(pthread_kill(thread, SIGUSR1), 0);
        WAIT_UNTIL(LOAD(&handled) == i);
    }
    wait_until_blocked(tid);
    CHECK_EQ(sem_post(&sem), 0);
    test_finish(thread);
    return 0;
}
