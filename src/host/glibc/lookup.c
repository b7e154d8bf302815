/* SPDX-License-Identifier: MIT */
/*
 * The functions by which names are looked up: glibc's, once it is redirected to us. They want to
 * know who calls, by the return address, so they must be jumped to and not called.
 */
#include <dlfcn.h>

#include "core/base.h"
#include "redirect.h"
#include "symbols.h"

#if __has_attribute(musttail)
#    define TAIL_CALLS
#    define TAIL_RETURN __attribute__((musttail)) return
#else
/* Also in a build without optimisation. */
#    define TAIL_CALLS  __attribute__((optimize("O2")))
#    define TAIL_RETURN return
#endif

PTHIN_EXPORT TAIL_CALLS void *dlopen(const char *file, int mode)
{
    redirect_libc();
    TAIL_RETURN glibc()->dlopen(file, mode);
}

PTHIN_EXPORT TAIL_CALLS void *dlmopen(Lmid_t space, const char *file, int mode)
{
    redirect_libc();
    TAIL_RETURN glibc()->dlmopen(space, file, mode);
}

PTHIN_EXPORT TAIL_CALLS void *dlsym(void *restrict handle, const char *restrict name)
{
    redirect_libc();
    TAIL_RETURN glibc()->dlsym(handle, name);
}

PTHIN_EXPORT TAIL_CALLS void *dlvsym(void *restrict handle, const char *restrict name,
                                     const char *restrict version)
{
    redirect_libc();
    TAIL_RETURN glibc()->dlvsym(handle, name, version);
}
