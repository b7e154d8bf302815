/* SPDX-License-Identifier: MIT */
/*
 * The action of a signal whose default is to end the process is taken for the whole process, even
 * when it is directed to one thread.
 */
#include "test.h"

static struct gate up, never;

static void *routine(void *arg)
{
    gate_open(&up);
    gate_wait(&never);
    return arg;
}

int main(int argc, char **argv)
{
    struct test_result child;

    (void)argv;
    if (argc > 1) {
        pthread_t thread = test_start(routine, NULL);

        gate_wait(&up);
        CHECK_EQ(pthread_kill(thread, SIGTERM), 0);
        gate_wait(&never);
        return 3;
    }

    child = test_run("child");
    CHECK_EQ(child.signal, SIGTERM);
    return 0;
}
