/* SPDX-License-Identifier: MIT */
/*
 * Processes started by threads: popen, system and posix_spawn work in several threads at once.
 */
#include "test.h"

#include <spawn.h>
#include <stdio.h>
#include <sys/wait.h>

/* The child that musl's popen makes closes the descriptors of other streams, and fails with EBADF
 * if one of them has just been closed by pclose in another thread. So those two take turns here. */
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

static void *routine(void *arg)
{
    int me = (int)(intptr_t)arg;

    for (int i = 0; i < 8; i++) {
        char command[100], line[100] = "", *argv[] = {"sh", "-c", "exit 9", NULL};
        FILE *stream;
        pid_t pid;
        int status = 0, a = -1, b = -1;

        snprintf(command, sizeof command, "echo hello %d %d", me, i);
        pthread_mutex_lock(&turn);
        stream = popen(command, "r");
        pthread_mutex_unlock(&turn);
        CHECK(stream != NULL);
        CHECK(fgets(line, sizeof line, stream) != NULL);
        CHECK_EQ(sscanf(line, "hello %d %d", &a, &b), 2);
        CHECK_EQ(a, me);
        CHECK_EQ(b, i);
        CHECK(fgets(line, sizeof line, stream) == NULL);
        pthread_mutex_lock(&turn);
        CHECK_EQ(pclose(stream), 0);
        pthread_mutex_unlock(&turn);

        status = system("exit 7");
        CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 7);

        CHECK_EQ(posix_spawn(&pid, "/bin/sh", NULL, NULL, argv, environ), 0);
        CHECK_EQ(waitpid(pid, &status, 0), pid);
        CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 9);
    }
    return NULL;
}

int main(void)
{
    pthread_t thread[4];

    for (int i = 0; i < 4; i++)
        thread[i] = test_start(routine, (void *)(intptr_t)i);
    for (int i = 0; i < 4; i++)
        test_finish(thread[i]);
    return 0;
}
