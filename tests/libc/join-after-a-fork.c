/* SPDX-License-Identifier: MIT */
/*
 * A thread that had ended before a fork is joined in the child; threads that the child makes
 * afterwards, and that have ended but not been joined, are each a thread of its own.
 */
#include "test.h"

#include <sys/wait.h>

enum { THREADS = 3 };

static void *leaf(void *arg)
{
    return arg;
}

/* A thread that has ended, of a size that is not kept for others. */
static pthread_t ended(int result)
{
    pthread_attr_t attr;
    pthread_t thread;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setstacksize(&attr, 200 << 10), 0);
    CHECK_EQ(pthread_create(&thread, &attr, leaf, (void *)(intptr_t)result), 0);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    WAIT_UNTIL(test_status("Threads:") == 1);
    return thread;
}

static void child(pthread_t before)
{
    pthread_t thread[THREADS];

    CHECK_EQ(test_finish(before), 1);
    for (int i = 0; i < THREADS; i++)
        thread[i] = ended(10 + i);
    for (int i = 0; i < THREADS; i++)
        CHECK_EQ(test_finish(thread[i]), 10 + i);
    _exit(0);
}

int main(void)
{
    pthread_t before = ended(1);
    int status = 0;
    pid_t pid = fork();

    if (pid == 0)
        child(before);
    CHECK(pid > 0);
    CHECK_EQ(waitpid(pid, &status, 0), pid);
    CHECK_EQ(status, 0);
    return 0;
}
