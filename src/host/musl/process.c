/* SPDX-License-Identifier: MIT */
/* What the engine asks of the process as a whole. */
#include <stdlib.h>

#include <linux/auxvec.h>
#include "musl.h"

size_t host_page_size(void)
{
    return __libc.page_size;
}

uintptr_t host_auxval(unsigned long type)
{
    for (const uintptr_t *a = __libc.auxv; a[0] != AT_NULL; a += 2)
        if (a[0] == type)
            return a[1];
    return 0;
}

_Noreturn void host_exit_process(int status)
{
    exit(status);
}
