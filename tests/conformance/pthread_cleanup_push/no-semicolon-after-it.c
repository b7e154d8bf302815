/* SPDX-License-Identifier: MIT */
/*
 * pthread_cleanup_push is a statement by itself: both libcs take it without a semicolon, and with
 * one.
 */
#include "test.h"

static int calls;

static void count(void *arg)
{
    calls += *(int *)arg;
}

int main(void)
{
    int one = 1, ten = 10;

    /* clang-format off */
    pthread_cleanup_push(count, &one)
    pthread_cleanup_push(count, &ten);
    calls += 100;
    pthread_cleanup_pop(1);
    pthread_cleanup_pop(0);
    /* clang-format on */
    CHECK_EQ(calls, 110);
    return 0;
}
