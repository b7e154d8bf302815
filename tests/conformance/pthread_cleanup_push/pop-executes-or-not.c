/* SPDX-License-Identifier: MIT */
/*
 * pthread_cleanup_pop shall remove the routine at the top of the stack and, if execute is non-zero,
 * call it with its argument.
 */
#include "test.h"

static int called_with;

static void handler(void *arg)
{
    called_with = (int)(intptr_t)arg;
}

int main(void)
{
    pthread_cleanup_push(handler, (void *)3);
    pthread_cleanup_push(handler, (void *)4);
    CHECK_EQ(called_with, 0);
    pthread_cleanup_pop(0);
    CHECK_EQ(called_with, 0);
    pthread_cleanup_pop(1);
    CHECK_EQ(called_with, 3);

    pthread_cleanup_push(handler, (void *)5);
    pthread_cleanup_pop(-1);
    CHECK_EQ(called_with, 5);
    return 0;
}
