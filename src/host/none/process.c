/* SPDX-License-Identifier: MIT */
/* What the engine asks of the process as a whole. */
#include <linux/auxvec.h>
#include "core/cpus.h"
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
    static atomic_bool started;
    /* relaxed: doing it twice gives the same */
    if (unlikely(!atomic_load_explicit(&started, memory_order_relaxed))) {
        cpus_init();
        atomic_store_explicit(&started, true, memory_order_relaxed);
    }
    return 0;
}
