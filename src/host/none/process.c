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

const char *host_environment(const char *name)
{
    for (char **variable = program.environment; *variable; variable++) {
        size_t i = 0;
        while (name[i] && (*variable)[i] == name[i])
            i++;
        if (!name[i] && (*variable)[i] == '=')
            return *variable + i + 1;
    }
    return NULL;
}

int host_start(void)
{
    return 0; /* the process has been ready for threads since _start */
}
