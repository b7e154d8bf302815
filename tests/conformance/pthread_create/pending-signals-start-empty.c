/* SPDX-License-Identifier: MIT */
/*
 * The set of signals pending for the new thread shall be empty, even if the creator has some
 * pending.
 */
#include "test.h"

static void *routine(void *arg)
{
    static char text[4096];
    char path[80];
    const char *at;

    (void)arg;
    test_task_path(path, test_gettid(), "status");
    CHECK(test_read_file(path, text, sizeof text) > 0);
    at = test_find(text, "SigPnd:\t");
    CHECK(at != NULL);
    for (at += 8; *at != '\n'; at++)
        CHECK_EQ(*at, '0');
    return NULL;
}

int main(void)
{
    sigset_t mask;

    sigemptyset(&mask);
    sigaddset(&mask, SIGUSR1);
    CHECK_EQ(pthread_sigmask(SIG_BLOCK, &mask, NULL), 0);
    CHECK_EQ(pthread_kill(pthread_self(), SIGUSR1), 0);
    test_finish(test_start(routine, NULL));
    return 0;
}
