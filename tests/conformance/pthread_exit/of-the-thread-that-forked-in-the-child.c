/* SPDX-License-Identifier: MIT */
/*
 * The thread that forked is the child's initial thread, and ends like any other: those that it has
 * created go on, join it, create others and end.
 */
#include "forks.h"

static pthread_t forker;

static void *nothing(void *arg)
{
    return arg;
}

static void *after_forker(void *arg)
{
    CHECK_EQ(pthread_join(forker, &arg), 0);
    CHECK_EQ(arg, 79);
    for (long i = 1; i <= 3; i++)
        CHECK_EQ(alone_finish(alone_start(nothing, (void *)i)), i);
    test_exit(0);
}

static void child(void)
{
    forker = pthread_self();
    alone_start(after_forker, NULL);
    pthread_exit((void *)79);
}

int main(void)
{
    in_children(child);
    alone_finish(alone_start(nothing, NULL));
    in_children(child);
    return 0;
}
