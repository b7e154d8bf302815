/* SPDX-License-Identifier: MIT */
/*
 * A return from main is exit, not pthread_exit: the process ends although other threads run, with
 * main's status, and no destructors of keys are called.
 */
#include "test.h"

static struct gate up, never;

static void destructor(void *value)
{
    (void)value;
    test_say("destructor.");
}

static void at_exit(void)
{
    test_say("atexit.");
}

static void *routine(void *arg)
{
    CHECK_EQ(pthread_setspecific(*(pthread_key_t *)arg, arg), 0);
    gate_open(&up);
    gate_wait(&never);
    return NULL;
}

int main(int argc, char **argv)
{
    static pthread_key_t key;
    struct test_result child;

    (void)argv;
    if (argc > 1) {
        CHECK_EQ(atexit(at_exit), 0);
        CHECK_EQ(pthread_key_create(&key, destructor), 0);
        CHECK_EQ(pthread_setspecific(key, &key), 0);
        for (int i = 0; i < 3; i++)
            test_start(routine, &key);
        gate_wait_for(&up, 3);
        return 23;
    }

    child = test_run("child");
    CHECK_EQ(child.exited, 23);
    CHECK(test_same(child.output, "atexit."));
    return 0;
}
