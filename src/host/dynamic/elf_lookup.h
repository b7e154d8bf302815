/* SPDX-License-Identifier: MIT */
/*
 * Finding symbols in loaded objects without dlopen and dlsym: those call malloc, and we may
 * have been called by a malloc that is just getting ready; and an error would take the place
 * of the one that the program's dlerror is to tell.
 */
#ifndef PTHIN_HOST_DYNAMIC_ELF_LOOKUP_H
#define PTHIN_HOST_DYNAMIC_ELF_LOOKUP_H

#include <link.h>
#include <stdbool.h>
#include <stddef.h>

struct elf_object {
    ElfW(Addr) base;
    const ElfW(Sym) * symbols;
    const char *strings;
    size_t strings_size;
    const ElfW(Half) * versions; /* per symbol; NULL: none */
    const uint32_t *gnu_hash;    /* NULL: there is only the other table, hash */
    const uint32_t *hash;
    char *tls; /* the caller's thread-local data of the object */
    size_t tls_size;
};

/* False: the object has no table of names. */
bool elf_object_from(struct elf_object *object, const struct dl_phdr_info *info);

/* The same without its thread-local data; no libc function is called. */
bool elf_object_from_map(struct elf_object *object, const struct link_map *map);

/* The default version of name; of a thread-local variable, the caller's. NULL: none. */
void *elf_find(const struct elf_object *object, const char *name);

/* The same, as it stands in the table. */
const ElfW(Sym) * elf_find_symbol(const struct elf_object *object, const char *name);

/* The next definition of name behind the one with index after, in whatever version; after 0: the
   first. 0: no more. */
size_t elf_next(const struct elf_object *object, const char *name, size_t after);

bool elf_is_default(const struct elf_object *object, size_t index);

/* The indices of all that the object defines: the first, and one past the last. */
size_t elf_symbols_first(const struct elf_object *object);
size_t elf_symbols_end(const struct elf_object *object);

#endif
