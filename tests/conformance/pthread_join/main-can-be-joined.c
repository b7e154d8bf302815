/* SPDX-License-Identifier: MIT */
/*
 * The initial thread is a thread like others: another may join it after it called pthread_exit.
 */
#include "test.h"

static pthread_t main_thread;

static void *routine(void *arg)
{
    (void)arg;
    test_exit(test_finish(main_thread) == (void *)77 ? 0 : 2);
}

int main(void)
{
    main_thread = pthread_self();
    test_start(routine, NULL);
    pthread_exit((void *)77);
}
