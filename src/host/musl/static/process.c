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

const char *host_environment(const char *name)
{
    return secure_getenv(name);
}

/* In the C library for its C++ neighbours, in no header. */
void *__tls_get_addr(size_t *module_and_offset);

bool host_at_exit(void (*run)(void *))
{
    static atomic_bool registered;
    /* exit runs it in whatever thread calls exit, after what was registered later.
       relaxed: twice does no harm */
    if (!atomic_load_explicit(&registered, memory_order_relaxed)) {
        if (!__cxa_atexit || __cxa_atexit(run, NULL, NULL) != 0)
            return false;
        atomic_store_explicit(&registered, true, memory_order_relaxed);
    }
    return true;
}

void *host_tls_address(size_t module, size_t offset)
{
    if (module != 1 || !__libc.tls_head)
        return NULL;
    return __tls_get_addr((size_t[]){module, offset - ARCH_TLS_DTV_BIAS});
}
