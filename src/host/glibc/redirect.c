/* SPDX-License-Identifier: MIT */
/* Where libc is, and what of it is glibc's, for host/dynamic/redirect.c. */
#include "redirect.h"

#include "host/dynamic/redirect.h"
#include "host/host.h"
#include "symbols.h"

static const struct glibc_functions *libc_functions;

void redirect_find(struct redirect_places *p)
{
    places_find(p, _r_debug.r_map, "__libc_early_init");
}

void redirect_prepare(const struct elf_object *libc)
{
    if (!libc)
        fatal("cannot find the program's C library");
    public_first(libc);
    libc_functions = public_symbols(libc);
}

const struct glibc_functions *redirected_functions(void)
{
    redirect_libc();
    /* Not yet there: a signal handler that interrupted the redirection. */
    return likely(libc_functions) ? libc_functions : glibc();
}
