/* SPDX-License-Identifier: MIT */
/* The ends of the process, and the auxiliary vector. */
#include <pthin/program.h>

#include "test.h"

static void say(void *word)
{
    test_say(word);
}

static void say_more(void *word)
{
    test_say(word);
    CHECK_EQ(pthin_program_at_exit(say, "more "), 0);
}

static void plain(void)
{
    test_say("plain ");
}

static int child(const char *role)
{
    CHECK_EQ(pthin_program_at_exit(say, "first"), 0);
    CHECK_EQ(atexit(plain), 0);
    CHECK_EQ(pthin_program_at_exit(say_more, "second "), 0);
    if (test_same(role, "exit"))
        pthin_program_exit(3);
    if (test_same(role, "immediate"))
        pthin_program_immediate_exit(4);
    if (test_same(role, "trap"))
        pthin_program_trap();
    return 5;
}

static void many(void *sum)
{
    ++*(int *)sum;
}

int main(int argc, char **argv)
{
    static int sum;
    struct test_result r;

    if (argc > 1)
        return child(argv[1]);
    r = test_run("exit");
    CHECK_EQ(r.exited, 3);
    CHECK(test_same(r.output, "second more plain first"));
    r = test_run("return");
    CHECK_EQ(r.exited, 5);
    CHECK(test_same(r.output, "second more plain first"));
    r = test_run("immediate");
    CHECK_EQ(r.exited, 4);
    CHECK(test_same(r.output, ""));
    r = test_run("trap");
    CHECK(r.signal == SIGILL || r.signal == SIGTRAP);

    for (int i = 0; i < 1000; i++)
        CHECK_EQ(pthin_program_at_exit(many, &sum), 0);
    CHECK_EQ(pthin_getauxval(PTHIN_AT_PAGESZ) % TEST_PAGE, 0);
    CHECK_EQ(pthin_getauxval(0x7fff), 0);
    return 0;
}
