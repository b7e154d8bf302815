/* SPDX-License-Identifier: MIT */
/*
 * pthin_thread_after_fork: the child of a fork of the program's own, made by a thread, knows its
 * new ID, creates and joins threads, and ends when its last thread does.
 */
#include <pthin/thread.h>

#include "test.h"

static pthread_mutex_t mutex;

static void *nothing(void *arg)
{
    return arg;
}

static int child(void)
{
    pthread_mutexattr_t robust;

    pthin_thread_after_fork();
    CHECK_EQ(pthin_thread_current_id(), test_gettid());
    CHECK_EQ(gettid(), test_gettid());
    for (int i = 0; i < 3; i++)
        CHECK_EQ(test_finish(test_start(nothing, &mutex)), &mutex);
    /* The robust list is registered anew. */
    CHECK_EQ(pthread_mutexattr_init(&robust), 0);
    CHECK_EQ(pthread_mutexattr_setrobust(&robust, PTHREAD_MUTEX_ROBUST), 0);
    CHECK_EQ(pthread_mutex_init(&mutex, &robust), 0);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    pthread_exit(NULL); /* the last thread: exit(0) */
}

static void *fork_here(void *arg)
{
    int status;
    long pid = TEST_SYS2(clone, SIGCHLD, 0);

    if (pid == 0)
        test_exit(child());
    CHECK(pid > 0);
    CHECK_EQ(TEST_SYS4(wait4, pid, &status, 0, NULL), pid);
    CHECK_EQ(status, 0);
    return arg;
}

int main(void)
{
    fork_here(NULL);
    test_finish(test_start(fork_here, NULL));
    return 0;
}
