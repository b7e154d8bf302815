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

void host_will_interrupt(void) {}

const char *host_environment(const char *name)
{
    return secure_getenv(name);
}

/* In no header: for C++ compilers to call. */
int __cxa_atexit(void (*run)(void *), void *arg, void *library);
int __cxa_thread_atexit_impl(void (*run)(void *), void *arg, void *library);
void *__tls_get_addr(size_t *module_and_offset);
extern char __dso_handle __attribute__((visibility("hidden")));

bool host_at_process_exit(void (*run)(void *), void *arg)
{
    return __cxa_atexit(run, arg, NULL) == 0;
}

/* The one thing that has glibc allocate for us (and end the process if it cannot): nothing else is
   called in a thread that glibc made, or by exit before all of atexit's. */
bool host_at_exit(void (*run)(void *))
{
    return __cxa_thread_atexit_impl(run, NULL, &__dso_handle) == 0;
}

void *host_tls_address(size_t module, size_t offset)
{
    return __tls_get_addr((size_t[]){module, offset - ARCH_TLS_DTV_BIAS});
}

_Noreturn void host_exit_process(int status)
{
    exit(status);
}
