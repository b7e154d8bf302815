/* SPDX-License-Identifier: MIT */
/*
 * The start and the end of a program with no libc: constructors and main get the arguments and the
 * environment, atexit functions run in reverse order (32 at least, and ones that are added while
 * they run), then destructors; _exit runs none; abort is SIGABRT.
 */
#include "test.h"

static int constructed, arguments;
static char *first_argument;
static int order = 100;

static void __attribute__((constructor)) construct(int argc, char **argv, char **envp)
{
    CHECK(envp == argv + argc + 1);
    constructed = 1;
    arguments = argc;
    first_argument = argv[0];
}

static void __attribute__((destructor)) destruct(void)
{
    if (arguments > 1)
        test_say("d");
}

static void last(void)
{
    CHECK_EQ(order, 0);
    test_say("l");
}

static void count_down(void)
{
    order--;
}

static void added_later(void)
{
    test_say("a");
}

static void adds(void)
{
    CHECK_EQ(atexit(added_later), 0);
    test_say("f");
}

int main(int argc, char **argv)
{
    struct test_result child;

    CHECK_EQ(constructed, 1);
    CHECK_EQ(arguments, argc);
    CHECK(first_argument == argv[0]);
    CHECK(argv[argc] == NULL);
    if (argc > 1) {
        CHECK_EQ(atexit(last), 0);
        order = 30;
        for (int i = 0; i < 30; i++)
            CHECK_EQ(atexit(count_down), 0);
        CHECK_EQ(atexit(adds), 0);
        if (test_same(argv[1], "exit"))
            exit(5);
        if (test_same(argv[1], "_exit"))
            _exit(6);
        if (test_same(argv[1], "_Exit"))
            _Exit(7);
        if (test_same(argv[1], "abort"))
            abort();
        return 8;
    }

    child = test_run("exit");
    CHECK_EQ(child.exited, 5);
    CHECK(test_same(child.output, "fald"));
    child = test_run("return");
    CHECK_EQ(child.exited, 8);
    CHECK(test_same(child.output, "fald"));
    child = test_run("_exit");
    CHECK_EQ(child.exited, 6);
    CHECK(test_same(child.output, ""));
    child = test_run("_Exit");
    CHECK_EQ(child.exited, 7);
    CHECK(test_same(child.output, ""));
    child = test_run("abort");
    CHECK_EQ(child.signal, SIGABRT);
    CHECK(test_same(child.output, ""));
    return 0;
}
