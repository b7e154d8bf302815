/* SPDX-License-Identifier: MIT */
/*
 * A cancellation request is not acted upon after a system call had its effect: a byte that a
 * cancelled reader took from a pipe is never lost. A reader either is cancelled in read() and took
 * nothing, or read() returned the byte to it.
 */
#include "test.h"

enum { ROUNDS = 1500 };
static int pipe_fds[2], taken;

static void *reader(void *arg)
{
    char byte;

    for (;;) {
        CHECK_EQ(read(pipe_fds[0], &byte, 1), 1);
        ADD(&taken, 1);
    }
    return arg;
}

static void *writer(void *arg)
{
    for (volatile int spin = (int)(intptr_t)arg; spin > 0; spin--)
        ;
    CHECK_EQ(write(pipe_fds[1], "x", 1), 1);
    return NULL;
}

int main(void)
{
    int left = 0;
    long n;
    char bytes[512];

    CHECK_EQ(pipe(pipe_fds), 0);
    for (int i = 0; i < ROUNDS; i++) {
        pthread_t one = test_start(reader, NULL), two;

        two = test_start(writer, (void *)(intptr_t)(i % 50 * 20));
        for (volatile int spin = i % 37 * 30; spin > 0; spin--)
            ;
        CHECK_EQ(pthread_cancel(one), 0);
        CHECK(test_finish(one) == PTHREAD_CANCELED);
        test_finish(two);
        if (i % 400 == 399) { /* before the pipe is full */
            CHECK_EQ(write(pipe_fds[1], "x", 1), 1);
            n = read(pipe_fds[0], bytes, sizeof bytes);
            CHECK(n > 0);
            left += (int)n - 1;
        }
    }
    CHECK_EQ(write(pipe_fds[1], "x", 1), 1);
    n = read(pipe_fds[0], bytes, sizeof bytes);
    CHECK(n > 0);
    left += (int)n - 1;
    CHECK_EQ(LOAD(&taken) + left, ROUNDS);
    return 0;
}
