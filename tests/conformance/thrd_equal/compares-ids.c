/* SPDX-License-Identifier: MIT */
/*
 * thrd_equal: not 0 for ids of one thread, 0 for ids of two.
 */
#include "test.h"

#include <threads.h>

enum { N = 5 };
static struct gate go;

static int routine(void *arg)
{
    (void)arg;
    gate_wait(&go);
    return 0;
}

int main(void)
{
    thrd_t thread[N];

    CHECK(thrd_equal(thrd_current(), thrd_current()) != 0);
    for (int i = 0; i < N; i++)
        CHECK_EQ(thrd_create(&thread[i], routine, NULL), thrd_success);
    for (int i = 0; i < N; i++) {
        CHECK_EQ(thrd_equal(thread[i], thrd_current()), 0);
        for (int k = 0; k < N; k++)
            CHECK_EQ(thrd_equal(thread[i], thread[k]) != 0, i == k);
    }
    gate_open(&go);
    for (int i = 0; i < N; i++)
        CHECK_EQ(thrd_join(thread[i], NULL), thrd_success);
    return 0;
}
