/* SPDX-License-Identifier: MIT */
/*
 * Handlers nest without a small limit, through functions that call each other.
 */
#include "test.h"

enum { N = 500 };
static int next = N;
static volatile int beyond = N + 1;

static void handler(void *arg)
{
    CHECK_EQ((intptr_t)arg, next);
    next--;
}

static __attribute__((noinline)) void level(intptr_t n)
{
    if (n == beyond) /* never; the compiler would call it an infinite recursion */
        return;
    pthread_cleanup_push(handler, (void *)n);
    if (n < N)
        level(n + 1);
    else
        pthread_exit((void *)1);
    pthread_cleanup_pop(0);
}

static void *routine(void *arg)
{
    level(1);
    return arg;
}

int main(void)
{
    CHECK_EQ(test_finish(test_start(routine, NULL)), 1);
    CHECK_EQ(next, 0);
    return 0;
}
