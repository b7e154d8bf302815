/* SPDX-License-Identifier: MIT */
/* Names no thread function; standard input and output. */
#include <stdio.h>

int main(void)
{
    flockfile(stdout);
    puts("hello");
    funlockfile(stdout);
    return fflush(NULL);
}
