/* SPDX-License-Identifier: MIT */
/*
 * A thread that recurses without end gets SIGSEGV, and does not write into another thread's stack
 * on the way.
 */
#include "test.h"

enum { N = 8 };
static volatile char sink;

static __attribute__((noinline)) int recurse(volatile int depth)
{
    volatile char block[512];

    block[0] = (char)depth;
    if (depth < 100000000)
        recurse(depth + 1);
    sink = block[0];
    return block[0];
}

static struct gate up;
static struct gate never;

static void *neighbour(void *arg)
{
    (void)arg;
    gate_open(&up);
    gate_wait(&never);
    return NULL;
}

static void *overflow(void *arg)
{
    (void)arg;
    recurse(0);
    return NULL;
}

int main(int argc, char **argv)
{
    struct test_result child;

    (void)argv;
    if (argc > 1) {
        pthread_attr_t attr;
        pthread_t thread;

        CHECK_EQ(pthread_attr_init(&attr), 0);
        CHECK_EQ(pthread_attr_setstacksize(&attr, 128 * 1024), 0);
        for (int i = 0; i < N; i++)
            CHECK_EQ(pthread_create(&thread, &attr, neighbour, NULL), 0);
        gate_wait_for(&up, N);
        CHECK_EQ(pthread_create(&thread, &attr, overflow, NULL), 0);
        CHECK_EQ(pthread_join(thread, NULL), 0);
        return 3;
    }

    child = test_run("child");
    CHECK_EQ(child.signal, SIGSEGV);
    return 0;
}
