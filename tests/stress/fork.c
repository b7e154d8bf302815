/* SPDX-License-Identifier: MIT */
/*
 * Forks in the middle of threads that come and go, from several threads: the child has one thread,
 * which can create, join, lock and wait as ever.
 */
#include <sys/wait.h>

#include "stress.h"

enum { STORMERS = 2, FORKERS = 2 };

static void *nothing(void *arg)
{
    return arg;
}

static void storm(void)
{
    pthread_t threads[4];

    for (int i = 0; i < 4; i++)
        threads[i] = test_start(nothing, NULL);
    for (int i = 0; i < 3; i++)
        test_finish(threads[i]);
    CHECK_EQ(pthread_detach(threads[3]), 0);
}

/* Of the child's own: what others held at the fork is theirs. */
static void in_child(void)
{
    static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

    CHECK_EQ(test_status("Threads:"), 1);
    for (int i = 0; i < 3; i++)
        storm();
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
}

static void body(int me)
{
    while (stress_goes_on()) {
        if (me < STORMERS) {
            storm();
            continue;
        }
        pid_t pid = fork();
        CHECK(pid >= 0);
        if (pid == 0) {
            in_child();
            _exit(0);
        }
        int status = -1;
        CHECK_EQ(waitpid(pid, &status, 0), pid);
        CHECK_EQ(status, 0);
    }
}

int main(int argc, char **argv)
{
    stress_begin(argc, argv);
    stress_run(body, STORMERS + FORKERS);
    return 0;
}
