/* SPDX-License-Identifier: MIT */
/*
 * There is no small limit on the number of threads: 300 live at once.
 */
#include "test.h"

enum { N = 300 };
static struct gate up, go;

static void *routine(void *arg)
{
    gate_open(&up);
    gate_wait(&go);
    return arg;
}

int main(void)
{
    static pthread_t thread[N];

    for (int i = 0; i < N; i++)
        thread[i] = test_start(routine, (void *)(intptr_t)i);
    gate_wait_for(&up, N);
    gate_open(&go);
    for (int i = 0; i < N; i++)
        CHECK_EQ(test_finish(thread[i]), i);
    return 0;
}
