/* SPDX-License-Identifier: MIT */
/*
 * pthin_thread_at_exit: the last registered runs first, those that were registered meanwhile next,
 * all before the destructors of key values and those of these after them; and in the thread that
 * ends the process before what pthin_program_at_exit registered.
 */
#include <pthin/program.h>
#include <pthin/thread.h>

#include "test.h"

#define MANY 1000

static int step;
static pthread_key_t key;

/* Runs as the one of this number. */
static void expect(void *number)
{
    CHECK_EQ(ADD(&step, 1), (intptr_t)number);
}

static void add(intptr_t number)
{
    CHECK_EQ(pthin_thread_at_exit(expect, (void *)number), 0);
}

static void add_one(void *number)
{
    expect(number);
    add((intptr_t)number + 1);
}

static void key_destructor(void *number)
{
    expect(number);
    add((intptr_t)number + 1);
}

static void *routine(size_t count, void **args)
{
    /* In reverse: 1 to MANY, the last of which is followed by one that it registers. */
    (void)count, (void)args;
    CHECK_EQ(pthread_setspecific(key, (void *)(MANY + 2)), 0);
    CHECK_EQ(pthin_thread_at_exit(add_one, (void *)MANY), 0);
    for (intptr_t i = MANY - 1; i > 0; i--)
        add(i);
    return NULL;
}

static void run_thread(void)
{
    pthin_thread *t;

    STORE(&step, 0);
    CHECK_EQ(pthin_thread_create(&t, routine, NULL, 0, 128 << 10, 4096), 0);
    CHECK_EQ(pthin_thread_join(t, NULL), 0);
    CHECK_EQ(LOAD(&step), MANY + 3);
}

static void last(void *number)
{
    expect(number);
    pthin_program_immediate_exit(0);
}

static void *end_the_process(void *arg)
{
    /* The initial thread's functions do not run: it does not end. */
    CHECK_EQ(pthin_thread_at_exit(expect, (void *)1), 0);
    pthin_program_exit(1);
    return arg;
}

static void wrong(void *arg)
{
    (void)arg;
    CHECK(!"the functions of another thread");
}

int main(int argc, char **argv)
{
    CHECK_EQ(pthread_key_create(&key, key_destructor), 0);
    if (argc == 1) {
        run_thread();
        run_thread(); /* the memory of the first */
        CHECK_EQ(test_run("main").exited, 0);
        CHECK_EQ(test_run("thread").exited, 0);
        return 0;
    }
    CHECK_EQ(pthin_program_at_exit(last, (void *)3), 0);
    CHECK_EQ(pthin_program_at_exit(expect, (void *)2), 0);
    if (test_same(argv[1], "main")) {
        add(1);
        return 1; /* last has the last word */
    }
    CHECK_EQ(pthin_thread_at_exit(wrong, NULL), 0);
    test_finish(test_start(end_the_process, NULL));
    return 1;
}
