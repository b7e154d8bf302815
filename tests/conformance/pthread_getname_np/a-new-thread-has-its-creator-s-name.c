/* SPDX-License-Identifier: MIT */
/*
 * A new thread's name is its creator's, as the kernel does it.
 */
#include "test.h"

static void *routine(void *arg)
{
    char text[16] = "";

    CHECK_EQ(pthread_getname_np(pthread_self(), text, sizeof text), 0);
    CHECK(test_same(text, "creator"));
    CHECK_EQ(pthread_setname_np(pthread_self(), "created"), 0);
    return arg;
}

int main(void)
{
    char text[16] = "";

    CHECK_EQ(pthread_setname_np(pthread_self(), "creator"), 0);
    for (int i = 0; i < 3; i++)
        test_finish(test_start(routine, NULL));
    CHECK_EQ(pthread_getname_np(pthread_self(), text, sizeof text), 0);
    CHECK(test_same(text, "creator"));
    return 0;
}
