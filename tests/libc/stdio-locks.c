/* SPDX-License-Identifier: MIT */
/*
 * A stream locked by one thread with flockfile is closed to others until funlockfile, and may be
 * locked again by its owner; standard streams as well as others.
 */
#include "test.h"

#include <stdio.h>

static FILE *stream;
static pid_t tid;
static int locked;

static void *other(void *arg)
{
    CHECK(ftrylockfile(stream) != 0);
    STORE(&tid, test_gettid());
    CHECK_EQ(fputc('o', stream), 'o'); /* waits */
    CHECK_EQ(LOAD(&locked), 0);
    return arg;
}

int main(void)
{
    FILE *streams[] = {tmpfile(), stdout, stdin};

    CHECK(freopen("/dev/null", "r+", stdout) != NULL);
    CHECK(freopen("/dev/null", "r+", stdin) != NULL);
    for (int i = 0; i < 3; i++) {
        pthread_t thread;

        stream = streams[i];
        CHECK(stream != NULL);
        for (int round = 0; round < 5; round++) {
            STORE(&tid, 0);
            flockfile(stream);
            flockfile(stream);
            CHECK_EQ(ftrylockfile(stream), 0);
            STORE(&locked, 1);
            thread = test_start(other, NULL);
            WAIT_UNTIL(LOAD(&tid) != 0);
            wait_until_blocked(tid);
            funlockfile(stream);
            funlockfile(stream);
            CHECK_EQ(fputc('m', stream), 'm');
            STORE(&locked, 0);
            funlockfile(stream);
            test_finish(thread);
        }
    }
    rewind(streams[0]);
    for (int i = 0; i < 10; i++)
        CHECK_EQ(fgetc(streams[0]), i % 2 ? 'o' : 'm');
    return 0;
}
