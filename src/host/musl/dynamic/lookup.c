/* SPDX-License-Identifier: MIT */
/*
 * The functions by which names are looked up: musl's, once its table of names is redirected to us. They
 * want to know who calls, by the return address, so they must be jumped to and not called. (dlopen is in
 * load.c.)
 */
#include "host/dynamic/jump.h"
#include "host/dynamic/redirect.h"
#include "own.h"

/* Not by <dlfcn.h>, which gives dlsym another name where time_t was once 32 bits wide. */
void *dlsym(void *restrict handle, const char *restrict name);
void *__dlsym_time64(void *restrict handle, const char *restrict name);

PTHIN_EXPORT TAIL_CALLS void *dlsym(void *restrict handle, const char *restrict name)
{
    redirect_libc();
    TAIL_RETURN musl_own()->dlsym(handle, name);
}

#if __SIZEOF_LONG__ == 4
PTHIN_EXPORT TAIL_CALLS void *__dlsym_time64(void *restrict handle, const char *restrict name)
{
    redirect_libc();
    TAIL_RETURN musl_own()->dlsym_time64(handle, name);
}
#endif
