/* SPDX-License-Identifier: MIT */
/*
 * EDEADLK if the value of thread is the calling thread.
 */
#include "pthin-alone.h"

static void *routine(void *arg)
{
    CHECK_EQ(pthread_join(alone_handle(pthin_thread_current()), NULL), EDEADLK);
    return arg;
}

int main(void)
{
    routine(NULL);
    CHECK_EQ(alone_finish(alone_start(routine, (void *)3)), 3); /* and it can still be joined */
    return 0;
}
