/* SPDX-License-Identifier: MIT */
/*
 * EDEADLK if a deadlock was detected: the target is itself waiting to join the caller.
 */
#include "pthin-alone.h"

static pthread_t main_thread;
static pid_t tid;

static void *routine(void *arg)
{
    STORE(&tid, test_gettid());
    CHECK_EQ(pthread_join(main_thread, NULL), 0);
    test_exit(arg != NULL);
}

int main(void)
{
    pthin_thread *thread;

    main_thread = pthread_self();
    thread = alone_start(routine, NULL);
    WAIT_UNTIL(LOAD(&tid) != 0);
    wait_until_blocked(tid);
    CHECK_EQ(pthread_join(alone_handle(thread), NULL), EDEADLK);
    pthread_exit(NULL); /* lets the thread go on; it ends the process with 0 */
}
