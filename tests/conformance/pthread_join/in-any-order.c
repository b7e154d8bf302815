/* SPDX-License-Identifier: MIT */
/*
 * Threads may be joined in any order, by any thread.
 */
#include "test.h"

enum { N = 60 };
static pthread_t thread[N];
static struct gate go;

static void *routine(void *arg)
{
    gate_wait(&go);
    return arg;
}

static void *join_some(void *arg)
{
    for (int i = (int)(intptr_t)arg; i < N; i += 3)
        CHECK_EQ(test_finish(thread[i]), i);
    return NULL;
}

int main(void)
{
    pthread_t other;

    for (int i = 0; i < N; i++)
        thread[i] = test_start(routine, (void *)(intptr_t)i);
    other = test_start(join_some, (void *)1);
    gate_open(&go);
    for (int i = (N - 1) / 3 * 3; i >= 0; i -= 3)
        CHECK_EQ(test_finish(thread[i]), i);
    join_some((void *)2);
    test_finish(other);
    return 0;
}
