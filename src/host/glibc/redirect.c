/* SPDX-License-Identifier: MIT */
/* Where libc is, and what of it is glibc's, for host/dynamic/redirect.c. */
#include "redirect.h"

#include "host/dynamic/redirect.h"
#include "host/host.h"
#include "symbols.h"

static const struct glibc_functions *libc_functions;

/* The loader's list is only ever added to at its end, as far as the libraries of the start go. */
void redirect_find(struct redirect_places *p)
{
    const struct link_map *map = _r_debug.r_map;
    for (; map && !(p->has_own && p->has_libc); map = map->l_next) {
        struct elf_object object;
        if (!elf_object_from_map(&object, map))
            continue;
        if (map->l_addr == (uintptr_t)__ehdr_start) {
            p->own = object;
            p->has_own = true;
            p->first = !p->has_libc;
        } else if (!p->has_libc && elf_find(&object, "__libc_early_init")) {
            p->libc = object;
            p->has_libc = true;
        }
    }
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
