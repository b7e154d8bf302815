/* SPDX-License-Identifier: MIT */
/*
 * The user and group IDs belong to the process: when one thread changes them, every thread's are
 * changed when the call returns, whatever the others are doing, and also those of threads that are
 * being created. The kernel keeps them per thread, so this is read from /proc.
 */
#include "test.h"

#include <grp.h>
#include <stdio.h>

enum { NOBODY = 65534, OTHER = 65533 };

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER, held = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static struct gate up, end;
static int stop, pipe_fds[2], known;
static pid_t tids[20];

/* What the IDs are to be; the count is odd while they are being changed. */
static int changes, expected;

/* Called in the threads that stay, before they settle down. */
static void here(void)
{
    tids[__atomic_fetch_add(&known, 1, __ATOMIC_ACQ_REL)] = test_gettid();
    gate_open(&up);
}

/* The real, effective and saved ID of each of those threads. (One that is just ending may have an
 * old one: it does nothing with it any more.) */
static void check_all(const char *key, int real, int effective, int saved)
{
    for (int i = 0; i < known; i++) {
        static char text[4096];
        char path[80];
        const char *at;
        int r = -1, e = -1, s = -1;

        test_task_path(path, tids[i], "status");
        CHECK(test_read_file(path, text, sizeof text) > 0);
        at = test_find(text, key);
        CHECK(at != NULL);
        CHECK_EQ(sscanf(at + strlen(key), "%d %d %d", &r, &e, &s), 3);
        CHECK_EQ(r, real);
        CHECK_EQ(e, effective);
        CHECK_EQ(s, saved);
    }
}

static void change(int to)
{
    ADD(&changes, 1);
    CHECK_EQ(seteuid((uid_t)to), 0);
    expected = to;
    ADD(&changes, 1);
    check_all("Uid:", 0, to, 0);
}

static void *in_mutex(void *arg)
{
    here();
    CHECK_EQ(pthread_mutex_lock(&held), 0);
    CHECK_EQ(pthread_mutex_unlock(&held), 0);
    return arg;
}

static void *in_cond(void *arg)
{
    here();
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    while (!LOAD(&stop))
        CHECK_EQ(pthread_cond_wait(&cond, &mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return arg;
}

static void *in_read(void *arg)
{
    char byte;

    here();
    CHECK_EQ(read(pipe_fds[0], &byte, 1), 0); /* the call is not interrupted: end of file */
    return arg;
}

static void *in_loop(void *arg)
{
    here();
    while (!LOAD(&stop))
        ;
    return arg;
}

static void *all_blocked(void *arg)
{
    sigset_t set;

    sigfillset(&set);
    CHECK_EQ(pthread_sigmask(SIG_SETMASK, &set, NULL), 0);
    here();
    gate_wait(&end);
    return arg;
}

/* A thread that has just been created. Of the system calls, only the kernel's own answer counts. */
static void *leaf(void *arg)
{
    for (int i = 0; i < 3; i++) {
        int before = LOAD(&changes), want = LOAD(&expected), got = (int)TEST_SYS0(geteuid);

        if (before % 2 == 0 && LOAD(&changes) == before)
            CHECK_EQ(got, want);
    }
    return arg;
}

static void *churn(void *arg)
{
    here();
    while (!LOAD(&stop))
        test_finish(test_start(leaf, NULL));
    return arg;
}

static void *changer(void *arg)
{
    gid_t group = OTHER;

    here();
    for (int i = 0; i < 25; i++) {
        change(NOBODY);
        CHECK_EQ(geteuid(), NOBODY);
        change(0);
        CHECK_EQ(geteuid(), 0);
    }
    ADD(&changes, 1);
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
