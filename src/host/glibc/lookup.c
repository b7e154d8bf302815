/* SPDX-License-Identifier: MIT */
/*
 * The functions by which names are looked up: glibc's, once it is redirected to us. They want to
 * know who calls, by the return address, so they must be jumped to and not called.
 */
#include <dlfcn.h>

#include "host/dynamic/jump.h"
#include "redirect.h"
#include "symbols.h"

PTHIN_EXPORT TAIL_CALLS void *dlopen(const char *file, int mode)
{
    TAIL_RETURN redirected_functions()->dlopen(file, mode);
}

PTHIN_EXPORT TAIL_CALLS void *dlmopen(Lmid_t space, const char *file, int mode)
{
    TAIL_RETURN redirected_functions()->dlmopen(space, file, mode);
}

PTHIN_EXPORT TAIL_CALLS void *dlsym(void *restrict handle, const char *restrict name)
{
    TAIL_RETURN redirected_functions()->dlsym(handle, name);
}

PTHIN_EXPORT TAIL_CALLS void *dlvsym(void *restrict handle, const char *restrict name,
                                     const char *restrict version)
{
    TAIL_RETURN redirected_functions()->dlvsym(handle, name, version);
}
