/* SPDX-License-Identifier: MIT */
/*
 * A stream locked by one thread with flockfile is closed to others until funlockfile, and may be
 * locked again by its owner; standard streams as well as others, and also those that were opened
 * while there was one thread.
 */
#include "test.h"

#include <stdio.h>
#include <unistd.h>

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

/* In whatever system call. */
static int is_asleep(pid_t id)
{
    char path[80], text[256];
    const char *state;

    test_task_path(path, id, "stat");
    if (test_read_file(path, text, sizeof text) <= 0)
        return 0;
    state = test_find(text, ") ");
    return state != NULL && state[2] == 'S';
}

/* Sleeps inside fputc as soon as the pipe is full. */
static void *writer(void *arg)
{
    STORE(&tid, test_gettid());
    while (!LOAD(&locked))
        CHECK_EQ(fputc('w', arg), 'w');
    return arg;
}

/* As it is when the program's first thread has been created. */
static void opened_before_there_were_threads(void)
{
    char buffer[4096];
    int ends[2];

    CHECK_EQ(pipe(ends), 0);
    FILE *f = fdopen(ends[1], "w"), *closed = tmpfile(), *other = tmpfile();
    CHECK(f != NULL && other != NULL);
    CHECK_EQ(fclose(closed), 0);
    CHECK_EQ(setvbuf(f, NULL, _IONBF, 0), 0);

    pthread_t thread = test_start(writer, f);
    WAIT_UNTIL(LOAD(&tid) != 0);
    WAIT_UNTIL(is_asleep(tid));
    CHECK(ftrylockfile(f) != 0);
    STORE(&locked, 1);
    CHECK(read(ends[0], buffer, sizeof buffer) > 0);
    test_finish(thread);
    STORE(&locked, 0);
    CHECK_EQ(fclose(f), 0);
    CHECK_EQ(fclose(other), 0);
    CHECK_EQ(close(ends[0]), 0);
}

int main(void)
{
    opened_before_there_were_threads();
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
