/* SPDX-License-Identifier: MIT */
/*
 * A signal whose handler was installed without SA_RESTART interrupts sem_wait: EINTR, and no token
 * is taken.
 */
#include "shared.h"

static sem_t sem;
static pid_t tid;
static int ended;

static void handler(int sig)
{
    (void)sig;
}

static void *waiter(void *arg)
{
    STORE(&tid, test_gettid());
    CHECK_FAILS(sem_wait(&sem), EINTR);
    STORE(&ended, 1);
    return arg;
}

int main(void)
{
    struct sigaction action = {.sa_handler = handler};

    CHECK_EQ(sigaction(SIGUSR1, &action, NULL), 0);
    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    for (int i = 0; i < 20; i++) {
        pthread_t thread;

        STORE(&tid, 0);
        STORE(&ended, 0);
        thread = test_start(waiter, NULL);
        WAIT_UNTIL(LOAD(&tid) != 0);
        wait_until_blocked(tid);
        CHECK_EQ(pthread_kill(thread, SIGUSR1), 0);
        WAIT_UNTIL(LOAD(&ended));
        test_finish(thread);
        CHECK_EQ(sem_post(&sem), 0);
        CHECK_EQ(sem_trywait(&sem), 0);
    }
    return 0;
}
