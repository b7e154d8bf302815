/* SPDX-License-Identifier: MIT */
/*
 * EDEADLK if a deadlock was detected. A thread that has been cancelled but has cancellation
 * disabled goes on waiting to join the caller.
 */
#include "pthin-alone.h"

static pthread_t main_thread;
static pid_t tid;
static struct gate disabled, cancelled;

static void *waits(void *arg)
{
    CHECK_EQ(pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, NULL), 0);
    gate_open(&disabled);
    gate_wait(&cancelled);
    STORE(&tid, test_gettid());
    CHECK_EQ(pthread_join(main_thread, NULL), 0);
    test_exit(arg != NULL);
}

int main(void)
{
    pthin_thread *thread;

    main_thread = pthread_self();
    thread = alone_start(waits, NULL);
    gate_wait(&disabled);
    CHECK_EQ(pthread_cancel(alone_handle(thread)), 0);
    gate_open(&cancelled);
    WAIT_UNTIL(LOAD(&tid) != 0);
    wait_until_blocked(tid);
    CHECK_EQ(pthread_join(alone_handle(thread), NULL), EDEADLK);
    pthread_exit(NULL); /* lets the thread go on; it ends the process with 0 */
}
