/* SPDX-License-Identifier: MIT */
/*
 * call_once runs the function exactly once, and all callers see its effects.
 */
#include "test.h"

#include <threads.h>

enum { N = 5 };
static once_flag once = ONCE_FLAG_INIT;
static int runs;
static struct gate go;

static void init(void)
{
    for (int i = 0; i < 50; i++)
        TEST_SYS0(sched_yield);
    runs++;
}

static int routine(void *arg)
{
    (void)arg;
    gate_wait(&go);
    call_once(&once, init);
    CHECK_EQ(runs, 1);
    return 0;
}

int main(void)
{
    thrd_t thread[N];

    for (int i = 0; i < N; i++)
        CHECK_EQ(thrd_create(&thread[i], routine, NULL), thrd_success);
    gate_open(&go);
    for (int i = 0; i < N; i++)
        CHECK_EQ(thrd_join(thread[i], NULL), thrd_success);
    CHECK_EQ(runs, 1);
    return 0;
}
