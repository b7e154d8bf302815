/* SPDX-License-Identifier: MIT */
/* Names no thread function; blocking calls that are cancellation points. */
#include <poll.h>
#include <stddef.h>
#include <sys/select.h>
#include <time.h>
#include <unistd.h>

int main(void)
{
    struct timespec nap = {0, 1000};
    struct timeval time = {0, 1000};
    char byte;
    int fds[2];

    return pipe(fds) || write(fds[1], "x", 1) != 1 || read(fds[0], &byte, 1) != 1 ||
           poll(NULL, 0, 1) || select(0, NULL, NULL, NULL, &time) || nanosleep(&nap, NULL);
}
