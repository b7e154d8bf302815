/* SPDX-License-Identifier: MIT */
/*
 * Whether a thread can be cancelled is not inherited: a new thread has cancellation enabled. So it can
 * be cancelled while it blocks, also if its creator had been cancelled already, and had not reached a
 * cancellation point yet, when it made the thread.
 */
#include "test.h"

#include <semaphore.h>

static struct gate up;
static int go;
static pid_t tid;
static pthread_t child;
static sem_t never;

static void *blocks(void *arg)
{
    STORE(&tid, test_gettid());
    CHECK_EQ(sem_wait(&never), 0);
    return arg;
}

static void *creates(void *arg)
{
    gate_open(&up);
    /* Runs, and is no cancellation point: what pthread_cancel sends arrives here. */
    while (!LOAD(&go))
        TEST_SYS0(sched_yield);
    child = test_start(blocks, NULL);
    return arg;
}

int main(void)
{
    pthread_t creator;

    CHECK_EQ(sem_init(&never, 0, 0), 0);
    creator = test_start(creates, &up);
    gate_wait(&up);
    CHECK_EQ(pthread_cancel(creator), 0);
    STORE(&go, 1);
    CHECK(test_finish(creator) == &up);
    WAIT_UNTIL(LOAD(&tid) != 0 && test_is_blocked(LOAD(&tid)));
    CHECK_EQ(pthread_cancel(child), 0);
    CHECK(test_finish(child) == PTHREAD_CANCELED);
    return 0;
}
