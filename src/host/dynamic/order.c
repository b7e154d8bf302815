/* SPDX-License-Identifier: MIT */
#include <link.h>

#include "host/dynamic/start.h"

struct order {
    uintptr_t libc;
    bool libc_seen, we_are_first;
};

static bool is_in(const struct dl_phdr_info *object, uintptr_t address)
{
    for (int i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *s = &object->dlpi_phdr[i];
        if (s->p_type == PT_LOAD && address - object->dlpi_addr - s->p_vaddr < s->p_memsz)
            return true;
    }
    return false;
}

/* Called in the order in which the loader looks names up. */
static int look(struct dl_phdr_info *object, size_t size, void *arg)
{
    struct order *o = arg;
    (void)size;
    o->libc_seen |= is_in(object, o->libc);
    o->we_are_first = !o->libc_seen;
    return is_in(object, (uintptr_t)look);
}

bool start_comes_first(void)
{
    struct order o = {.libc = start_libc_function()};
    dl_iterate_phdr(look, &o);
    return o.we_are_first;
}
