/* SPDX-License-Identifier: MIT */
/*
 * A thread that waits by calling thrd_yield lets the other one get there, on one CPU too.
 */
#include "test.h"

#include <threads.h>

static int turn;

static int routine(void *arg)
{
    (void)arg;
    for (int i = 0; i < 500; i++) {
        while (LOAD(&turn) != 2 * i + 1)
            thrd_yield();
        STORE(&turn, 2 * i + 2);
    }
    return 0;
}

int main(void)
{
    thrd_t thread;

    CHECK_EQ(thrd_create(&thread, routine, NULL), thrd_success);
    for (int i = 0; i < 500; i++) {
        STORE(&turn, 2 * i + 1);
        while (LOAD(&turn) != 2 * i + 2)
            thrd_yield();
    }
    CHECK_EQ(thrd_join(thread, NULL), thrd_success);
    return 0;
}
