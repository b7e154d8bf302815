/* SPDX-License-Identifier: MIT */
/*
 * vfork in several threads at once: only the caller waits until its child has started another program
 * or ended, in which the locks and the key values of the other threads are as they were.
 */
#include "test.h"

#include <sys/wait.h>

enum { THREADS = 4, TURNS = 30 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_key_t key;
static int running = THREADS;

static pid_t child(int number)
{
    static char *const words[] = {"sh", "-c", "exit 9", NULL};
    pid_t pid = vfork();

    if (pid == 0) {
        if (number % 2 == 0)
            execve("/bin/sh", words, environ);
        _exit(9);
    }
    return pid;
}

static void *start_children(void *arg)
{
    CHECK_EQ(pthread_setspecific(key, arg), 0);
    for (int i = 0; i < TURNS; i++) {
        int status;
        pid_t pid = child(i);

        CHECK(pid > 0);
        CHECK_EQ(waitpid(pid, &status, 0), pid);
        CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 9);
        CHECK(pthread_getspecific(key) == arg);
    }
    ADD(&running, -1);
    return arg;
}

static void *use_locks(void *arg)
{
    while (LOAD(&running)) {
        CHECK_EQ(pthread_mutex_lock(&lock), 0);
        CHECK_EQ(pthread_setspecific(key, arg), 0);
        CHECK_EQ(pthread_mutex_unlock(&lock), 0);
        CHECK(pthread_getspecific(key) == arg);
        test_nap();
    }
    return arg;
}

int main(void)
{
    pthread_t thread[THREADS + 2];
    static char names[THREADS + 2];

    CHECK_EQ(pthread_key_create(&key, NULL), 0);
    for (int i = 0; i < THREADS + 2; i++)
        thread[i] = test_start(i < THREADS ? start_children : use_locks, &names[i]);
    for (int i = 0; i < THREADS + 2; i++)
        test_finish(thread[i]);
    return 0;
}
