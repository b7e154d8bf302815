/* SPDX-License-Identifier: MIT */
/*
 * Any number of handlers may be registered, one of them several times, by any thread; the child's
 * forks call them too.
 */
#include "test.h"

enum { N = 300 };
static int prepared, parents, children;

static void prepare(void)
{
    prepared++;
}
static void parent(void)
{
    parents++;
}
static void child(void)
{
    children++;
}

static void *registers(void *arg)
{
    for (int i = 0; i < N / 2; i++)
        CHECK_EQ(pthread_atfork(prepare, i % 2 ? parent : NULL, child), 0);
    return arg;
}

static int wait_for(pid_t pid)
{
    int status = 0;

    CHECK(pid > 0);
    CHECK_EQ(TEST_SYS4(wait4, pid, &status, 0, NULL), pid);
    CHECK_EQ(status & 0x7f, 0);
    return status >> 8;
}

int main(void)
{
    pid_t pid;

    registers(NULL);
    test_finish(test_start(registers, NULL));
    pid = fork();
    CHECK_EQ(prepared, N);
    if (pid == 0) {
        CHECK_EQ(children, N);
        CHECK_EQ(parents, 0);
        pid = fork();
        CHECK_EQ(prepared, 2 * N);
        if (pid == 0) {
            CHECK_EQ(children, 2 * N);
            _exit(5);
        }
        _exit(wait_for(pid) + 1);
    }
    CHECK_EQ(parents, N / 2);
    CHECK_EQ(children, 0);
    CHECK_EQ(wait_for(pid), 6);
    return 0;
}
