/* SPDX-License-Identifier: MIT */
/*
 * For injected.sh: as injected.c, for the very first creation of a thread, when a library may have
 * more to do than later. A failure is EAGAIN, and trying again works.
 */
#include "burn.h"

static void *routine(void *arg)
{
    return arg;
}

int main(void)
{
    pthread_t thread;
    int failed = 0, error;

    burn(40);
    TEST_SYS1(close, -77); /* the marker */
    while ((error = pthread_create(&thread, NULL, routine, (void *)4)) != 0) {
        CHECK_EQ(error, EAGAIN);
        failed++;
        CHECK(failed < 4);
    }
    CHECK_EQ(test_finish(thread), 4);
    TEST_SYS1(close, -78);
    burn(2);
    for (int i = 0; i < 5; i++)
        CHECK_EQ(test_finish(test_start(routine, (void *)5)), 5);
    test_exit(100 + failed);
}
