/* SPDX-License-Identifier: MIT */
/* Names no thread function; asynchronous input and output. */
#include <aio.h>
#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    struct aiocb block;
    const struct aiocb *list[] = {&block};
    int fds[2];
    char byte = 0;

    memset(&block, 0, sizeof block);
    if (pipe(fds) || write(fds[1], "x", 1) != 1)
        return 1;
    block.aio_fildes = fds[0];
    block.aio_buf = &byte;
    block.aio_nbytes = 1;
    if (aio_read(&block))
        return 1;
    while (aio_error(&block) == EINPROGRESS)
        aio_suspend(list, 1, NULL);
    return byte != 'x' || aio_cancel(fds[0], NULL) == -1;
}
