/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdlib.h>
#include <sys/auxv.h>
#include <unistd.h>

#include "core/robust.h"
#include "host/host.h"

size_t host_page_size(void)
{
    static _Atomic size_t size; /* relaxed: a number by itself */
    size_t n = atomic_load_explicit(&size, memory_order_relaxed);
    if (unlikely(!n)) {
        n = (size_t)sysconf(_SC_PAGESIZE);
        atomic_store_explicit(&size, n, memory_order_relaxed);
    }
    return n;
}

uintptr_t host_auxval(unsigned long type)
{
    int saved = errno;
    uintptr_t value = getauxval(type);
    errno = saved;
    return value;
}

/* It is not for us to watch what handlers a program installs; glibc's own waits assume the same. */
bool host_may_interrupt(void)
{
    return true;
}

_Noreturn void host_exit_process(int status)
{
    exit(status);
}
