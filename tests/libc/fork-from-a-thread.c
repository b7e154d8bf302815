/* SPDX-License-Identifier: MIT */
/*
 * fork from threads while others allocate: the child has one thread, and it can allocate, use
 * stdio, create and join threads, use keys and locks, and fork again.
 */
#include "test.h"

#include <stdio.h>
#include <sys/wait.h>

enum { FORKERS = 3, FORKS = 12 };

static int stop;
static pthread_key_t key;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;

static void *busy(void *arg)
{
    char text[100];

    while (!LOAD(&stop)) {
        void *block = malloc(3000);

        CHECK(block != NULL);
        snprintf(text, sizeof text, "%p", block);
        free(block);
    }
    return arg;
}

static void *in_child(void *arg)
{
    char *block = malloc(5000);

    CHECK(block != NULL);
    CHECK_EQ(pthread_getspecific(key), 0);
    CHECK_EQ(pthread_setspecific(key, block), 0); /* the destructor frees it */
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return (char *)arg + 1;
}

static int task_count(void)
{
    return (int)test_status("Threads:");
}

static void check_child(void)
{
    pthread_t thread[4];

    CHECK_EQ(test_gettid(), getpid());
    CHECK_EQ(task_count(), 1);
    CHECK_EQ(pthread_getspecific(key), &key); /* this thread's value went along */
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 4; i++)
            thread[i] = test_start(in_child, (void *)(intptr_t)i);
        for (int i = 0; i < 4; i++)
            CHECK_EQ(test_finish(thread[i]), i + 1);
    }
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_cond_broadcast(&cond), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(pthread_kill(pthread_self(), 0), 0);
}

static void child(void)
{
    int status = 0;
    pid_t pid;

    check_child();
    pid = fork();
    if (pid == 0) {
        check_child();
        exit(41); /* through stdio's end */
    }
    CHECK(pid > 0);
    CHECK_EQ(waitpid(pid, &status, 0), pid);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 41);
    _exit(42);
}

static void *forker(void *arg)
{
    CHECK_EQ(pthread_setspecific(key, &key), 0);
    for (int i = 0; i < FORKS; i++) {
        int status = 0;
        pid_t pid;

        /* POSIX promises the child nothing about locks that others held: take this one along. */
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        pid = fork();
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        if (pid == 0)
            child();
        CHECK(pid > 0);
        CHECK_EQ(waitpid(pid, &status, 0), pid);
        CHECK(WIFEXITED(status));
        CHECK_EQ(WEXITSTATUS(status), 42);
    }
    CHECK_EQ(pthread_setspecific(key, NULL), 0);
    return arg;
}

static void destroy(void *value)
{
    if (value != &key)
        free(value);
}

int main(void)
{
    pthread_t thread[FORKERS], others[2];

    CHECK_EQ(pthread_key_create(&key, destroy), 0);
    for (int i = 0; i < 2; i++)
        others[i] = test_start(busy, NULL);
    for (int i = 0; i < FORKERS; i++)
        thread[i] = test_start(forker, NULL);
    for (int i = 0; i < FORKERS; i++)
        test_finish(thread[i]);
    STORE(&stop, 1);
    for (int i = 0; i < 2; i++)
        test_finish(others[i]);
    return 0;
}
