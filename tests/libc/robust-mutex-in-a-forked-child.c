/* SPDX-License-Identifier: MIT */
/*
 * A robust mutex that processes share is locked by the child of a fork, which ends with it: the next to
 * lock it gets EOWNERDEAD, also if the thread that forked had locked robust mutexes before. (The kernel
 * forgets the list of those for the child.)
 */
#include "test.h"

#include <sys/mman.h>
#include <sys/wait.h>

static pthread_mutex_t *mutex;

static void child_dies_with_it(void)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);
    int status = 0;
    pid_t pid = fork();

    if (pid == 0)
        _exit(pthread_mutex_lock(mutex));
    CHECK(pid > 0);
    CHECK_EQ(waitpid(pid, &status, 0), pid);
    CHECK(WIFEXITED(status));
    CHECK_EQ(WEXITSTATUS(status), 0);
    CHECK_EQ(pthread_mutex_timedlock(mutex, &end), EOWNERDEAD);
    CHECK_EQ(pthread_mutex_consistent(mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(mutex), 0);
}

static void *fork_twice(void *arg)
{
    child_dies_with_it();
    /* Now this thread has had a robust mutex. */
    child_dies_with_it();
    return arg;
}

int main(void)
{
    pthread_mutexattr_t attr;

    mutex = mmap(NULL, sizeof *mutex, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    CHECK(mutex != MAP_FAILED);
    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_setpshared(&attr, PTHREAD_PROCESS_SHARED), 0);
    CHECK_EQ(pthread_mutexattr_setrobust(&attr, PTHREAD_MUTEX_ROBUST), 0);
    CHECK_EQ(pthread_mutex_init(mutex, &attr), 0);
    fork_twice(NULL);
    test_finish(test_start(fork_twice, NULL));
    return 0;
}
