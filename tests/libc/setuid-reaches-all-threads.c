/* SPDX-License-Identifier: MIT */
/*
 * The user and group IDs belong to the process: when one thread changes them, every thread's are
 * changed when the call returns, whatever the others are doing, and also those of threads that are
 * being created. The kernel keeps them per thread, so this is read from /proc.
 */
#include "test.h"

#include <dirent.h>
#include <grp.h>
#include <poll.h>
#include <stdio.h>

enum { NOBODY = 65534, OTHER = 65533 };

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER, held = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static struct gate up, end;
static int stop, pipe_fds[2];

/* Every thread's real, effective and saved ID must be these; returns the number of threads. */
static int check_all(const char *key, int real, int effective, int saved)
{
    DIR *dir = opendir("/proc/self/task");
    struct dirent *entry;
    int threads = 0;

    CHECK(dir != NULL);
    while ((entry = readdir(dir)) != NULL) {
        static char text[4096];
        char path[80];
        const char *at;
        int r = -1, e = -1, s = -1;

        if (entry->d_name[0] == '.')
            continue;
        test_task_path(path, atoi(entry->d_name), "status");
        if (test_read_file(path, text, sizeof text) <= 0)
            continue; /* it has just ended */
        at = test_find(text, key);
        CHECK(at != NULL);
        CHECK_EQ(sscanf(at + strlen(key), "%d %d %d", &r, &e, &s), 3);
        if (test_find(text, "State:\tZ") || test_find(text, "State:\tX"))
            continue;
        CHECK_EQ(r, real);
        CHECK_EQ(e, effective);
        CHECK_EQ(s, saved);
        threads++;
    }
    closedir(dir);
    return threads;
}

static void *in_mutex(void *arg)
{
    gate_open(&up);
    CHECK_EQ(pthread_mutex_lock(&held), 0);
    CHECK_EQ(pthread_mutex_unlock(&held), 0);
    return arg;
}

static void *in_cond(void *arg)
{
    gate_open(&up);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    while (!LOAD(&stop))
        CHECK_EQ(pthread_cond_wait(&cond, &mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return arg;
}

static void *in_read(void *arg)
{
    char byte;

    gate_open(&up);
    CHECK_EQ(read(pipe_fds[0], &byte, 1), 0); /* the call is not interrupted: end of file */
    return arg;
}

static void *in_loop(void *arg)
{
    gate_open(&up);
    while (!LOAD(&stop))
        ;
    return arg;
}

static void *all_blocked(void *arg)
{
    sigset_t set;

    sigfillset(&set);
    CHECK_EQ(pthread_sigmask(SIG_SETMASK, &set, NULL), 0);
    gate_open(&up);
    gate_wait(&end);
    return arg;
}

static void *leaf(void *arg)
{
    return arg;
}

static void *churn(void *arg)
{
    gate_open(&up);
    while (!LOAD(&stop))
        test_finish(test_start(leaf, NULL));
    return arg;
}

static void *changer(void *arg)
{
    int threads = 0;
    gid_t group = OTHER;

    for (int i = 0; i < 15; i++) {
        CHECK_EQ(seteuid(NOBODY), 0);
        CHECK_EQ(geteuid(), NOBODY);
        threads = check_all("Uid:", 0, NOBODY, 0);
        CHECK(threads >= 8);
        CHECK_EQ(seteuid(0), 0);
        check_all("Uid:", 0, 0, 0);
    }
    CHECK_EQ(setgroups(1, &group), 0);
    CHECK_EQ(setresgid(OTHER, NOBODY, OTHER), 0);
    check_all("Gid:", OTHER, NOBODY, OTHER);
    CHECK_EQ(setuid(NOBODY), 0);
    check_all("Uid:", NOBODY, NOBODY, NOBODY);
    CHECK_EQ(setuid(0), -1);
    CHECK_EQ(errno, EPERM);
    check_all("Uid:", NOBODY, NOBODY, NOBODY);
    return arg;
}

int main(void)
{
    static void *(*const routines[])(void *) = {in_mutex, in_cond,     in_read, in_loop,
                                                churn,    all_blocked, in_cond};
    enum { N = sizeof routines / sizeof *routines };
    pthread_t thread[N], self;

    if (getuid() != 0)
        TEST_SKIP("needs to be started by root");
    CHECK_EQ(pipe(pipe_fds), 0);
    CHECK_EQ(pthread_mutex_lock(&held), 0);
    for (int i = 0; i < N; i++)
        thread[i] = test_start(routines[i], NULL);
    gate_wait_for(&up, N);

    self = test_start(changer, NULL);
    test_finish(self);
    CHECK_EQ(getuid(), NOBODY);

    STORE(&stop, 1);
    CHECK_EQ(pthread_mutex_unlock(&held), 0);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_cond_broadcast(&cond), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(close(pipe_fds[1]), 0);
    gate_open(&end);
    for (int i = 0; i < N; i++)
        test_finish(thread[i]);
    return 0;
}
