/* SPDX-License-Identifier: MIT */
/*
 * pthread_yield lets another thread run, and returns 0.
 * test-flags: -Wno-deprecated-declarations
 */
#include "test.h"

static int turn;

static void *routine(void *arg)
{
    for (int i = 0; i < 20; i++) {
        while (LOAD(&turn) != 2 * i + 1)
            CHECK_EQ(pthread_yield(), 0);
        STORE(&turn, 2 * i + 2);
    }
    return arg;
}

int main(void)
{
    pthread_t thread = test_start(routine, NULL);

    for (int i = 0; i < 20; i++) {
        STORE(&turn, 2 * i + 1);
        while (LOAD(&turn) != 2 * i + 2)
            CHECK_EQ(pthread_yield(), 0);
    }
    test_finish(thread);
    return 0;
}
