/* SPDX-License-Identifier: MIT */
/*
 * The thread may read the variable in which its creator asked for the ID, from its first
 * instruction on. (POSIX leaves the order open; glibc, musl and pthin store the ID first.)
 */
#include "test.h"

static pthread_t thread;

static void *routine(void *arg)
{
    (void)arg;
    return (void *)(intptr_t) !!pthread_equal(LOAD(&thread), pthread_self());
}

int main(void)
{
    for (int i = 0; i < 500; i++) {
        memset(&thread, 0, sizeof thread);
        CHECK_EQ(pthread_create(&thread, NULL, routine, NULL), 0);
        CHECK_EQ(test_finish(thread), 1);
    }
    return 0;
}
