/* SPDX-License-Identifier: MIT */
/*
 * The calling thread blocks until the required number of threads have called it; a signal handler
 * may run meanwhile, and the wait goes on.
 */
#include "test.h"

static pthread_barrier_t barrier;
static struct gate handled;
static pid_t tid;
static int released;

static void handler(int sig)
{
    (void)sig;
    gate_open(&handled);
}

static void *routine(void *arg)
{
    int result;

    STORE(&tid, test_gettid());
    result = pthread_barrier_wait(&barrier);
    CHECK(result == 0 || result == PTHREAD_BARRIER_SERIAL_THREAD);
    CHECK_EQ(LOAD(&released), 1);
    return arg;
}

int main(void)
{
    struct sigaction action = {.sa_handler = handler};
    pthread_t thread;
    int result;

    CHECK_EQ(sigaction(SIGUSR1, &action, NULL), 0);
    CHECK_EQ(pthread_barrier_init(&barrier, NULL, 2), 0);
    thread = test_start(routine, NULL);
    WAIT_UNTIL(LOAD(&tid) != 0);
    for (int i = 1; i <= 3; i++) {
        wait_until_blocked(tid);
        CHECK_EQ(pthread_kill(thread, SIGUSR1), 0);
        gate_wait_for(&handled, i);
    }
    STORE(&released, 1);
    result = pthread_barrier_wait(&barrier);
    CHECK(result == 0 || result == PTHREAD_BARRIER_SERIAL_THREAD);
    test_finish(thread);
    CHECK_EQ(pthread_barrier_destroy(&barrier), 0);
    return 0;
}
