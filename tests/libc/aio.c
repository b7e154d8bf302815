/* SPDX-License-Identifier: MIT */
/*
 * Asynchronous input and output, which both libcs do with threads of their own: reads and writes
 * complete, aio_suspend waits for them, SIGEV_THREAD notifications run with the attributes that were
 * asked for, aio_cancel answers.
 */
#include "test.h"

#include <aio.h>
#include <fcntl.h>
#include <stdio.h>

static struct gate notified;

enum { STACK = 1 << 20 };

static void notify(union sigval value)
{
    pthread_attr_t attr;
    size_t size;
    void *low;

    CHECK_EQ(value.sival_int, 12);
    CHECK_EQ(pthread_getattr_np(pthread_self(), &attr), 0);
    CHECK_EQ(pthread_attr_getstack(&attr, &low, &size), 0);
    CHECK(size >= STACK / 2);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    gate_open(&notified);
}

int main(void)
{
    FILE *file = tmpfile();
    char out[4][1000], in[4][1000];
    struct aiocb blocks[4];
    pthread_attr_t attr;
    int fds[2];
    char byte = 0;

    CHECK(file != NULL);
    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setstacksize(&attr, STACK), 0);
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 4; i++) {
            memset(&blocks[i], 0, sizeof blocks[i]);
            memset(out[i], 'a' + i, sizeof out[i]);
            blocks[i].aio_fildes = fileno(file);
            blocks[i].aio_buf = round ? in[i] : out[i];
            blocks[i].aio_nbytes = 1000;
            blocks[i].aio_offset = 1000 * i;
            blocks[i].aio_sigevent.sigev_notify = SIGEV_NONE;
            if (i == 0) {
                blocks[i].aio_sigevent.sigev_notify = SIGEV_THREAD;
                blocks[i].aio_sigevent.sigev_notify_function = notify;
                blocks[i].aio_sigevent.sigev_notify_attributes = &attr;
                blocks[i].aio_sigevent.sigev_value.sival_int = 12;
            }
            CHECK_EQ(round ? aio_read(&blocks[i]) : aio_write(&blocks[i]), 0);
        }
        for (int i = 0; i < 4; i++) {
            const struct aiocb *list[] = {&blocks[i]};

            while (aio_error(&blocks[i]) == EINPROGRESS)
                CHECK(aio_suspend(list, 1, NULL) == 0 || errno == EINTR);
            CHECK_EQ(aio_error(&blocks[i]), 0);
            CHECK_EQ(aio_return(&blocks[i]), 1000);
            if (round)
                CHECK_EQ(memcmp(in[i], out[i], 1000), 0);
        }
        gate_wait_for(&notified, round + 1);
    }

    /* One that cannot finish: it is cancelled, or it gets the byte. */
    CHECK_EQ(pipe(fds), 0);
    memset(&blocks[0], 0, sizeof blocks[0]);
    blocks[0].aio_fildes = fds[0];
    blocks[0].aio_buf = &byte;
    blocks[0].aio_nbytes = 1;
    CHECK_EQ(aio_read(&blocks[0]), 0);
    if (aio_cancel(fds[0], &blocks[0]) == AIO_CANCELED) {
        /* musl lets aio_cancel go on a moment before it marks the control block. */
        WAIT_UNTIL(aio_error(&blocks[0]) != EINPROGRESS);
        CHECK_EQ(aio_error(&blocks[0]), ECANCELED);
        CHECK_EQ(aio_return(&blocks[0]), -1);
    } else {
        CHECK_EQ(write(fds[1], "z", 1), 1);
        WAIT_UNTIL(aio_error(&blocks[0]) != EINPROGRESS);
        CHECK_EQ(aio_return(&blocks[0]), 1);
        CHECK_EQ(byte, 'z');
    }
    return 0;
}
