/* SPDX-License-Identifier: MIT */
/*
 * A thread that waits to join the caller but has been cancelled will not go on waiting, so joining
 * it is no deadlock: the caller gets PTHREAD_CANCELED.
 */
#include "test.h"

static pthread_t main_thread;
static pid_t tid;

static void *waits(void *arg)
{
    STORE(&tid, test_gettid());
    CHECK_EQ(pthread_join(main_thread, NULL), 0);
    return arg;
}

/* The caller joins at once: the target may not have noticed yet. */
static void once(void)
{
    pthread_t thread;

    STORE(&tid, 0);
    thread = test_start(waits, NULL);
    WAIT_UNTIL(LOAD(&tid) != 0);
    wait_until_blocked(tid);
    CHECK_EQ(pthread_cancel(thread), 0);
    CHECK(test_finish(thread) == PTHREAD_CANCELED);
}

int main(void)
{
    main_thread = pthread_self();
    for (int i = 0; i < 20; i++)
        once();
    return 0;
}
