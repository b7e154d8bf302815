/* SPDX-License-Identifier: MIT */
#include "host/dynamic/redirect.h"

void places_find(struct redirect_places *p, const struct link_map *list, const char *in_libc)
{
    for (; list && !(p->has_own && p->has_libc); list = list->l_next) {
        struct elf_object object;
        if (!elf_object_from_map(&object, list))
            continue;
        if (object.base == (uintptr_t)__ehdr_start) {
            p->own = object;
            p->has_own = true;
            p->first = !p->has_libc;
        } else if (!p->has_libc && elf_find(&object, in_libc)) {
            p->libc = object;
            p->has_libc = true;
        }
    }
}
