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
/* Also in a build without optimisation, and in a library whose calls are no jumps. */
#    define TAIL_CALLS  __attribute__((optimize("O2", "optimize-sibling-calls")))
#    define TAIL_RETURN return
#endif

PTHIN_EXPORT TAIL_CALLS void *dlopen(const char *file, int mode)
{
    TAIL_RETURN redirect_libc()->dlopen(file, mode);
}

PTHIN_EXPORT TAIL_CALLS void *dlmopen(Lmid_t space, const char *file, int mode)
{
    TAIL_RETURN redirect_libc()->dlmopen(space, file, mode);
}

PTHIN_EXPORT TAIL_CALLS void *dlsym(void *restrict handle, const char *restrict name)
{
    TAIL_RETURN redirect_libc()->dlsym(handle, name);
}

PTHIN_EXPORT TAIL_CALLS void *dlvsym(void *restrict handle, const char *restrict name,
                                     const char *restrict version)
{
    TAIL_RETURN redirect_libc()->dlvsym(handle, name, version);
}
