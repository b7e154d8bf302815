/* SPDX-License-Identifier: MIT */
/*
 * The prepare handlers run in reverse order before the fork, the parent and child handlers in order
 * after it, in the forking thread; the child can create and join threads.
 */
#include "test.h"

static char order[16];
static int used;

static void note(char c)
{
    if (used < 15)
        order[used++] = c;
}

static void prepare_1(void)
{
    note('a');
}
static void prepare_2(void)
{
    note('b');
}
static void parent_1(void)
{
    note('1');
}
static void parent_2(void)
{
    note('2');
}
static void child_1(void)
{
    note('x');
}
static void child_2(void)
{
    note('y');
}

static void *leaf(void *arg)
{
    return arg;
}

static void *forker(void *arg)
{
    pid_t pid;
    int status = 0;

    used = 0;
    memset(order, 0, sizeof order);
    pid = fork();
    if (pid == 0) {
        CHECK(test_same(order, "baxy"));
        for (int i = 0; i < 20; i++)
            CHECK_EQ(test_finish(test_start(leaf, (void *)7)), 7);
        _exit(42);
    }
    CHECK(pid > 0);
    CHECK(test_same(order, "ba12"));
    CHECK_EQ(TEST_SYS4(wait4, pid, &status, 0, NULL), pid);
    CHECK_EQ(status, 42 << 8);
    return arg;
}

int main(void)
{
    CHECK_EQ(pthread_atfork(prepare_1, parent_1, child_1), 0);
    CHECK_EQ(pthread_atfork(prepare_2, parent_2, child_2), 0);
    CHECK_EQ(pthread_atfork(NULL, NULL, NULL), 0);
    forker(NULL);
    test_finish(test_start(forker, NULL));
    return 0;
}
