/* SPDX-License-Identifier: MIT */
/* What the engine asks of the process as a whole. */
#include <linux/auxvec.h>
#include "program.h"

struct program program;

size_t host_page_size(void)
{
    return program.page_size;
}

uintptr_t host_auxval(unsigned long type)
{
    for (const uintptr_t *a = program.auxv; a && a[0] != AT_NULL; a += 2)
        if (a[0] == type)
            return a[1];
    return 0;
}

int host_start(void)
{
    return 0; /* the process has been ready for threads since _start */
}
