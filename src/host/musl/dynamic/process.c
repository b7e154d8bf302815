/* SPDX-License-Identifier: MIT */
/* What the engine asks of the process as a whole. */
#include <errno.h>
#include <stdlib.h>
#include <sys/auxv.h>

#include "musl.h"

size_t host_page_size(void)
{
    size_t size = musl_libc->page_size;
    return likely(size) ? size : getauxval(AT_PAGESZ);
}

uintptr_t host_auxval(unsigned long type)
{
    int saved_errno = errno;
    uintptr_t value = getauxval(type);
    errno = saved_errno; /* set if there is no such value */
    return value;
}

/* A libgcc that was built for glibc asks for it by this name, to choose how to do atomic operations on
   aarch64. libc.so does not show its own. */
unsigned long __getauxval(unsigned long type);

unsigned long __getauxval(unsigned long type)
{
    return getauxval(type);
}

const char *host_environment(const char *name)
{
    return secure_getenv(name);
}

/* In libc for its C++ neighbours, in no header. */
void *__tls_get_addr(size_t *module_and_offset);

void *host_tls_address(size_t module, size_t offset)
{
    if (!musl_is_known || module - 1 >= musl_self()->dtv[0])
        return NULL;
    return __tls_get_addr((size_t[]){module, offset - ARCH_TLS_DTV_BIAS});
}

/* It is not for us to watch what handlers a program installs. */
bool host_may_interrupt(void)
{
    return true;
}

void host_will_interrupt(void) {}

_Noreturn void host_exit_process(int status)
{
    exit(status);
}
